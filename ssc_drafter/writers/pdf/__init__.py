"""An agreement as a PDF (PDF/A-1a with the PDF/UA-1 mark), made by WeasyPrint from our HTML: `document.py` is the door."""
