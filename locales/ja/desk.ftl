refusal-unknown-command = 「/{ $command }」というコマンドはありません。/help で一覧が見られます。
refusal-missing-parameter = /{ $command } には「{ $parameter }」が必要です({ $description })。
refusal-unknown-parameter = /{ $command } に「{ $parameter }」という項目はありません。
refusal-not-a-number = 「{ $parameter }」の値「{ $value }」は使えません。{ $low } から { $high } までの数で指定してください。
refusal-not-a-choice = 「{ $parameter }」に「{ $value }」は選べません。選べるのは { $choices } です。
refusal-members-only = 動画を作れるのはメンバーだけです。招待コードがあれば /join コード と入力してください。なければ、ここの誰かに頼んでみてください。
apology = こちらの不具合で失敗しました。記録してあります(番号 { $reference })。回数には数えていません。もう一度お試しください。
stage-waiting = 順番待ち
stage-inspect = 画像を確認しています
stage-direct = 絵コンテを描いています
stage-speak = 声の稽古をしています
stage-mix = 音を合わせています
stage-draw = 紙を切って撮影しています
stage-finish = フィルムを巻いています
progress-text = { $author }:{ $prompt }
progress-surprise = おまかせ
button-cancel = やめる
button-post = 投稿
button-edit = 直す
button-reroll = もう一度
button-discard = 捨てる
button-try-again = もう一度試す
button-more = もっと見る
button-join = コードを入力
button-make = 動画を作る
confirm-discard = この下書きを捨てますか? 元には戻せません。
form-edit-title = 台本を直す
form-edit-prompt = 何が起きる?
form-edit-submit = 作る
form-join-title = 招待コードを使う
form-join-code = 招待コード
form-join-submit = 参加する
form-make-title = 動画を作る
draft-text = 下書きができました。投稿するまで、フィードには出ません。
draft-posted = フィードに投稿しました。
draft-discarded = 捨てました。
draft-failed = この動画は作れませんでした。回数には数えていません。(番号 { $reference })
draft-cancelled = 中止しました。回数には数えていません。
post-by = { $author }
sketch-alt = 制作中の動画の下絵
media-alt = 動画「{ $title }」 { $author } 作、{ $seconds } 秒
fact-id = ID
fact-length = 長さ
fact-seconds = { $seconds } 秒
fact-maker = 作
made-again = 作りはじめます。
posted = 「{ $title }」をフィードに出しました。
discarded = 捨てました。
cancelled = 「{ $title }」を中止しました。回数には数えていません。
drafts-none = 下書きはありません。/make のあとに一文を書いてみてください。
feed-none = フィードはまだ空です。/make で最初の一本をどうぞ。
queue-empty = 待っている人はいません。すぐに始まります。
queue-next = いま一本作っています。待っている人はいないので、次はあなたの番です。
queue-yours = { $position ->
    [1] 「{ $title }」は次です。あと約 { $seconds } 秒で始まります
   *[other] 「{ $title }」は { $position } 番目です。あと約 { $seconds } 秒で始まります
}
queue-running = 「{ $title }」を作っています:{ $percent } %
queue-others = { $waiting ->
    [0] ほかに待っている動画はありません。
   *[other] 全部で { $waiting } 本が待っています。
}
quota-left = この24時間であと { $left } 本作れます(上限 { $limit } 本)。
quota-spent = この24時間で { $limit } 本中 { $used } 本を作りました。次に作れるのは { $next_free_at } です。
quota-held = うち { $held } 本はまだ制作中です。
joined = ようこそ、{ $name } さん! /make のあとに一文を書いてください。たとえば:/make 夜の屋根で猫が踊る
invite-new = このコードを友だち一人に渡してください:{ $code }
invite-link = この招待を使う
invite-left = { $left ->
    [0] 招待はこれで全部です。
   *[other] 招待はあと { $left } 人分あります。
}
invite-open = 未使用:{ $code }
invite-used = { $code } で { $name } さんが参加しました
help-intro = ひとことから、絵と声と音のついた短い動画を作ります。たとえば:/make 夜の屋根で猫が踊る
help-command = /{ $command }:{ $description }
help-parameter = { $parameter }:{ $description }
waiting-position = { $position ->
    [1] 次があなたの番です
   *[other] { $position } 番目に並んでいます
}
refusal-admins-only = /{ $command } を使えるのは、この場所の管理者だけです。
refusal-not-here = /{ $command } は { $channels } で使えます。
refusal-not-your-role = /{ $command } を使えるのは { $roles } だけです。
refusal-left-place = この映画を上映するはずだった「{ $place }」には、もういらっしゃいません。戻れば投稿できますし、手元に残してもおけます。
refusal-rule-too-long = 一つの決まりに入れられるのは { $limit } 件までです。
button-help = 使い方
fact-seed = 種
fact-posted = 投稿
setup-title = この場所の設定
setup-language = 言語:{ $language }
setup-feed = 投稿先:{ $channel }
setup-feed-none = 投稿先:作った人のいるチャンネル
setup-rule = { $command }:{ $channels }、{ $roles }
setup-everywhere = どこでも
setup-everybody = だれでも
setup-every-command = すべてのコマンド
setup-how = 変えるには:/setup language、/setup feed(ここなら here、なくすなら none)。コマンドの使える場所や役割は /setup command に channel か role を添えて。どちらも添えなければ元に戻ります。
welcome = はじめまして、紙芝居です。ひとことから、絵と声と音のついた短い動画を作ります。招待コードがあれば /join で参加してください。
welcome-back = { $name } さん、ようこそ。/make のあとに一文を書いてください。たとえば:/make 夜の屋根で猫が踊る
draft-unpostable = 投稿先に書き込めませんでした。下書きに戻しました。
refusal-stale-button = このボタンはもう使えません。
progress-left = あと約 { $seconds } 秒
too-large = この動画は大きすぎて、ここには載せられません。
button-watch = 見る
kept-in-drafts = ここに書き込める時間が過ぎます。できあがったらメッセージでお知らせします。/drafts にも入ります。
first-words = はじめまして、紙芝居です。ひとことから、絵と声と音のついた短い動画を作ります。管理の方は /setup で投稿先を決め、/invite で最初の招待コードを配ってください。コードのある人は下のボタンから参加できます。
telegram-private = これはあなただけに見せるものです。個別チャットでお見せします。
telegram-open-private = 個別チャットを開く
telegram-first-words = いいね(リアクション)を数えるには、わたしを管理者にしてください。返信は、わたしのメッセージへの返信なら管理者でなくても届きます。
setup-here = ここ
refusal-no-such-channel = 「{ $channel }」というチャンネルは見つかりません。そのチャンネルで /setup feed:here と入力してください。
refusal-anonymous = 匿名やチャンネル名義では、誰の動画かわかりません。ご自分の名前で送ってください。
storyboard-understood = こう読みました。
storyboard-shot = { $number }. { $seconds } 秒・{ $camera }:{ $action }
storyboard-goes-on = (つづき)
storyboard-cost = 作ると残り { $left } 本のうち 1 本を使い、およそ { $seconds } 秒かかります。まだ何も作っていません。
storyboard-form = 絵コンテを直す
storyboard-submit = 読み直す
storyboard-shots = { $first } コマ目(x で消す)
button-shoot = このとおりに作る
button-redraw = コマを直す
fact-cast = 登場
fact-places = 場所
refusal-nobody-reads = いまは読める者がいません。少ししてからもう一度どうぞ。/make ならすぐ列に並べます。
refusal-no-such-storyboard = その絵コンテはもうありません。/storyboard に一文を添えると、新しく描きます。
refusal-no-shots = 撮るものがなくなってしまいます。コマを一つは残してください。
refusal-shot-seconds = コマの長さは { $low }〜{ $high } 秒です。「{ $given }」は秒数として読めませんでした。
