remix-replaced = { $old } → { $new }
remix-rest-stays = ほかはそのまま
remix-added = 追加: { $who }
remix-removed = 退場: { $who }
remix-given = { $who }に{ $thing }
remix-looks = { $who }: { $word }
remix-does = { $who }: { $word }
remix-renamed = 「{ $old }」の名前は「{ $new }」
remix-retitled = タイトル: { $new }
remix-line-changed = セリフ: 「{ $old }」→「{ $new }」
remix-line-added = セリフ追加: 「{ $new }」
remix-line-removed = セリフなし: 「{ $old }」
remix-setting = { $kind ->
    [place] 場所
    [time_of_day] 時間
    [weather] 天気
    [light] 光
    [style] スタイル
    [mood] 雰囲気
    [tint] 色合い
    [transition] つなぎ
   *[other] カメラ
}: { $word }
remix-no-music = 音楽なし
remix-no-effects = 効果音なし
remix-length = 長さ: { $seconds }秒
remix-faster = 速く: { $seconds }秒
remix-slower = ゆっくり: { $seconds }秒
remix-slow-motion = スローモーション
remix-language = { $language ->
    [ja] 日本語で
   *[en] 英語で
}
remix-line-kept = 「{ $line }」は訳せないので、そのままです。「{ $line }」を「…」にして、と書けば変えられます。
remix-turned = { $orientation ->
    [landscape] 横長
    [square] 正方形
   *[portrait] 縦長
}
remix-take = 別テイク: 話も役者も同じ、撮り方だけ新しく。
remix-not-understood = 「{ $words }」は分からなかったので、何もしていません。
remix-nobody = この動画に「{ $who }」はいません。
remix-not-there = その場面でそれをする役者がいません: { $word }
remix-crowded = 舞台がいっぱいです。{ $most }人までです。
remix-stage-empty = 「{ $who }」を消すと誰もいなくなるので、残しました。別の役者に替えますか?
remix-no-such-shot = この動画は{ $shots }カットなので、{ $shot }カット目はありません。
remix-no-such-line = そのセリフは見つかりません: 「{ $line }」
remix-no-room = 「{ $line }」を入れる間がありませんでした。
refusal-remix-not-understood = 「{ $words }」では何を変えるのか分かりませんでした。出ているのは { $cast } です。たとえば「熊をゴリラにして」「猫を追加」「夜に」「『やあ』を『どうも』にして」「もっと短く」「別テイク」のように書いてください。
refusal-remix-nobody = この動画に「{ $who }」はいません。出ているのは { $cast } です。
refusal-remix-not-there = その場面でそれをする役者がいません: { $word }。出ているのは { $cast } です。
refusal-remix-crowded = 舞台がいっぱいです。{ $most }人までなので、{ $cast } の誰かを替えるか、消してください。
refusal-remix-stage-empty = 「{ $who }」を消すと誰もいなくなります。「{ $who }を猫にして」のように替えてみてください。
refusal-remix-no-such-shot = この動画は{ $shots }カットなので、{ $shot }カット目はありません。
refusal-remix-no-such-line = そのセリフは見つかりません: 「{ $line }」
refusal-remix-no-room = 「{ $line }」を入れる間がありません。先に長くするか、今あるセリフを変えてください。
refusal-remix-pictures = その動画は画像から作られています。画像をもう一度送ってください({ $needed }枚)。
refusal-remix-empty = 何を変えるか書いてください。「熊をゴリラにして」「夜に」「別テイク」など。
refusal-remix-no-storyboard = 「{ $clip }」はリミックスができる前に作られたので、絵コンテが残っていません。
refusal-storyboard-none = そのファイルは絵コンテではありません。kamishibai storyboard … --json か render … --json の出力を渡してください。
refusal-storyboard-wrong = その絵コンテは使えません: { $field } ({ $why })
remix-of = #{ $clip }({ $author })
