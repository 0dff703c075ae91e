mend-voice-missing = 「{ $line }」の文字を読める声がないので、字幕だけにしました。
mend-voice-trimmed = 「{ $line }」は尺に収まりきらず、最後まで話せませんでした。
