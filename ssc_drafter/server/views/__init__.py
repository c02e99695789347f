"""What a page shows, made from a draft: its sheet, its marks, its questions, its sign-off."""
