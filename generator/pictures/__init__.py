"""Pictures that members send: what they show, cut out."""
