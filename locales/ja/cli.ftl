refusal-no-such-folder = 保存先のフォルダ「{ $folder }」がありません。
refusal-seconds-range = 動画の長さは { $low } 秒から { $high } 秒までです。
refusal-no-such-file = ファイル「{ $file }」がありません。
