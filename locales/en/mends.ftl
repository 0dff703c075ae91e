mend-length = A film can be 2 to 60 seconds long, so { $asked } s became { $given } s.
mend-backwards = Beat { $beat } ended before it began; I turned it round.
mend-overlap = Beat { $beat } began before the one before it was over; it now waits its turn.
mend-past-end = The beats ran to { $end } s in a film of { $length } s; I fitted them in.
mend-too-much = That is more than { $length } s can hold, so the end of it is not in the film.
