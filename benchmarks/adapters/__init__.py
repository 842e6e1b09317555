"""One file per data set: the conventions in which it writes down what factdb says in its own."""
