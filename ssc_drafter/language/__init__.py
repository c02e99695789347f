"""The words a draft needs beyond its clauses: names with articles and contractions, numbers, dates, lists, typography."""
