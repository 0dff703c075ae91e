refusal-no-such-folder = There is no folder “{ $folder }” to put this in.
refusal-seconds-range = A film can be { $low } to { $high } seconds long.
refusal-no-such-file = There is no file “{ $file }”.
