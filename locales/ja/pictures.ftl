# $which は何枚目の画像か。一枚だけのときは 0。
refusal-picture-empty = { $which ->
    [0] 画像
   *[other] { $which } 枚目の画像
}ファイルの中身が空でした。アップロードが途中で切れたのかもしれません。もう一度添付してください。
refusal-picture-too-big = { $which ->
    [0] この画像
   *[other] { $which } 枚目の画像
}は { $megabytes } MB あります。受け取れるのは { $limit } MB までです。縮小したものか、画面を撮ったスクリーンショットで大丈夫です。
refusal-picture-unreadable = { $which ->
    [0] 画像として読み込めませんでした。
   *[other] { $which } 枚目は、画像として読み込めませんでした。
}JPEG・PNG・WebP・GIF が使えます。このどれかなら壊れている可能性があるので、保存し直してから送ってください。
refusal-picture-too-many-pixels = { $which ->
    [0] この画像
   *[other] { $which } 枚目の画像
}は { $width } × { $height } ピクセルあり、開ける上限の { $man } 万画素を超えています。縮小してから送ってください。縦横 2000 ピクセルもあれば十分です。
refusal-picture-too-small = { $which ->
    [0] この画像
   *[other] { $which } 枚目の画像
}({ $width } × { $height } ピクセル)は小さすぎるか細長すぎて、舞台に飾れません。縦横とも { $limit } ピクセル以上のものを送ってください。500 ピクセル以上ならきれいに映ります。
refusal-picture-transparent = { $which ->
    [0] この画像
   *[other] { $which } 枚目の画像
}は全体が透明で、何も見えません。レイヤーなしで書き出されたのかもしれません。保存し直してから送ってください。
refusal-too-many-pictures = 一本の映像に使える画像は { $limit } 枚までです。どれを使いましょうか。
refusal-picture-gone = この映像の画像は、もう残っていません。元の下書きと一緒に消えました。もう一度 /make に添えて送ってください。
