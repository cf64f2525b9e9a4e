"""Documents that leave the association: the public schedule; templates stand beside them."""
