"""The grammar that Polish, Czech and Russian share: clauses behind commas, names that inflect."""
