mend-voice-missing = I have no voice for the writing of “{ $line }”, so it stands in the captions only.
mend-voice-trimmed = “{ $line }” was too long for this film; its end is not spoken.
