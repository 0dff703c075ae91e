refusal-picture-empty = 画像ファイルの中身が空でした。アップロードが途中で切れたのかもしれません。もう一度添付してください。
refusal-picture-too-big = この画像は { $megabytes } MB あります。受け取れるのは { $limit } MB までです。縮小したものか、画面を撮ったスクリーンショットで大丈夫です。
refusal-picture-unreadable = 画像として読み込めませんでした。JPEG・PNG・WebP・GIF が使えます。このどれかなら壊れている可能性があるので、保存し直してから送ってください。
refusal-picture-too-many-pixels = この画像は { $width } × { $height } ピクセルあり、開ける上限の { $man } 万画素を超えています。縮小してから送ってください。縦横 2000 ピクセルもあれば十分です。
refusal-picture-too-small = この画像({ $width } × { $height } ピクセル)は小さすぎるか細長すぎて、舞台に飾れません。縦横とも { $limit } ピクセル以上のものを送ってください。500 ピクセル以上ならきれいに映ります。
