"""The library: clauses with their wordings, terms, kinds of instrument; read from files, checked, rendered."""
