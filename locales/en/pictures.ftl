# $which says which of several pictures is meant; it is 0 where there is but one.
refusal-picture-empty = { $which ->
    [0] That picture
   *[other] Picture { $which }
} is an empty file: the upload probably broke off. Please attach it once more.
refusal-picture-too-big = { $which ->
    [0] That picture
   *[other] Picture { $which }
} is { $megabytes } MB; I can take up to { $limit } MB. A smaller copy, or a screenshot of it, will do just as well.
refusal-picture-unreadable = { $which ->
    [0] I cannot read that as a picture.
   *[other] I cannot read picture { $which }.
} JPEG, PNG, WebP and GIF work; if it is one of them it may be damaged, so please save or export it again.
refusal-picture-too-many-pixels = { $which ->
    [0] That picture
   *[other] Picture { $which }
} has { $width } × { $height } pixels, more than the { $millions } million I can open. Please shrink it; a film needs no more than about 2,000 pixels either way.
refusal-picture-too-small = { $which ->
    [0] That picture
   *[other] Picture { $which }
} ({ $width } × { $height } pixels) is too small or too narrow to fill a stage. Please send one with at least { $limit } pixels each way; 500 or more look best.
refusal-picture-transparent = { $which ->
    [0] That picture
   *[other] Picture { $which }
} is transparent all over: there is nothing in it to see. It may have been exported without its layers; please save it again.
refusal-too-many-pictures = I can take { $limit } pictures for one film. Which of them matter most?
refusal-picture-gone = The pictures of that film are gone: it was discarded, and they with it. Please send them again with /make.
