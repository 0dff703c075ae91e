refusal-picture-empty = That picture is an empty file: the upload probably broke off. Please attach it once more.
refusal-picture-too-big = That picture is { $megabytes } MB; I can take up to { $limit } MB. A smaller copy, or a screenshot of it, will do just as well.
refusal-picture-unreadable = I cannot read that as a picture. JPEG, PNG, WebP and GIF work; if it is one of them it may be damaged, so please save or export it again.
refusal-picture-too-many-pixels = That picture has { $width } × { $height } pixels, more than the { $millions } million I can open. Please shrink it; a film needs no more than about 2,000 pixels either way.
refusal-picture-too-small = That picture ({ $width } × { $height } pixels) is too small or too narrow to fill a stage. Please send one with at least { $limit } pixels each way; 500 or more look best.
