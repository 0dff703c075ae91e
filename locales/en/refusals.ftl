refusal-name = A name needs 1 to { $limit } visible characters.
refusal-not-a-member = Films are made by members. Got an invite code? Type /join CODE, or ask someone here for one.
refusal-already-a-member = You are a member already. No code needed: just type /make and a sentence.
refusal-unknown-code = There is no invite code “{ $code }”. Please check it letter by letter; it looks like ABCD-EFGH.
refusal-code-used = Somebody has used this invite code already; each works once. Please ask for another.
refusal-own-code = This invite code is your own. Give it to a friend!
refusal-allowance = You have made { $used } of { $limit } films in the last 24 hours. The next one frees up { $next_free_at }.
refusal-allowance-held = { $held ->
    [one] You may make { $limit } films in 24 hours, and 1 is still being made. Wait for it, or cancel it.
   *[other] You may make { $limit } films in 24 hours, and { $held } are still being made. Wait for one, or cancel one.
}
refusal-prompt-too-long = That is { $length } characters; I can read { $limit }. Please shorten it.
refusal-too-many-shots = That script has { $shots } shots; I can film { $limit }. Please make it two films.
refusal-no-such-clip = There is no film “{ $clip }”. /drafts shows yours.
refusal-not-yours = The film “{ $clip }” belongs to somebody else. Only its maker can do that.
refusal-already-done = The film “{ $clip }” is finished already. You can discard it instead.
refusal-nothing-to-cancel = Nothing of yours is waiting or being made.
refusal-already-posted = The film “{ $clip }” is in the feed already.
refusal-posted-stays = The film “{ $clip }” is in the feed; only drafts can be thrown away.
refusal-not-finished = The film “{ $clip }” is not finished.
refusal-no-such-post = That message is not a film in the feed.
refusal-empty-comment = There is nothing in that comment to keep.
