"""Questions and answers: what may be asked, how an answer is read, when a question is asked at all."""
