refusal-unknown-command = I do not know “/{ $command }”. /help shows what I can do.
refusal-missing-parameter = /{ $command } needs “{ $parameter }”: { $description }.
refusal-unknown-parameter = /{ $command } has no “{ $parameter }”.
refusal-not-a-number = “{ $value }” is not a number I can use for “{ $parameter }”. It goes from { $low } to { $high }.
refusal-not-a-choice = “{ $value }” is not one of the choices for “{ $parameter }”: { $choices }.
refusal-members-only = Films are made by members. Got an invite code? Type /join CODE, or ask someone here for one.
apology = Something broke on our side, and it has been written down (reference { $reference }). Nothing was counted. Please try once more.
stage-waiting = Waiting in line
stage-inspect = Looking at the picture
stage-direct = Writing the storyboard
stage-speak = Rehearsing the voices
stage-mix = Tuning the music
stage-draw = Cutting paper and filming
stage-finish = Rolling up the reel
progress-text = { $author }: { $prompt }
progress-surprise = Surprise me
button-cancel = Cancel
button-post = Post
button-edit = Edit
button-reroll = Reroll
button-discard = Discard
button-try-again = Try again
button-more = More
button-join = Enter a code
button-make = Make a film
confirm-discard = Throw this draft away for good?
form-edit-title = Edit the prompt
form-edit-prompt = What happens?
form-edit-submit = Make it
form-remix-title = Remix
form-remix-instruction = What should change?
fact-remix-of = Remix of
form-join-title = Redeem an invite
form-join-code = Invite code
form-join-submit = Join
form-make-title = Make a film
draft-text = Your draft is ready. It is not in the feed until you post it.
draft-posted = Posted to the feed.
draft-discarded = Discarded.
draft-failed = This film could not be made, and it was not counted. (reference { $reference })
draft-cancelled = Cancelled. It was not counted.
post-by = { $author }
sketch-alt = A sketch of the film that is being made
media-alt = Film “{ $title }” by { $author }, { $seconds } seconds
fact-id = id
fact-length = length
fact-seconds = { $seconds } s
fact-maker = by
made-again = On its way.
posted = “{ $title }” is in the feed.
discarded = Gone.
cancelled = Stopped “{ $title }”. It was not counted.
drafts-none = No drafts. Type /make and a sentence.
feed-none = The feed is empty. Be the first: /make and a sentence.
queue-empty = Nobody is waiting. Your film would start at once.
queue-next = A film is being made, and nobody is waiting. Yours would be next.
queue-yours = { $position ->
    [1] “{ $title }” is next, starts in about { $seconds } s
   *[other] “{ $title }” is number { $position } in line, starts in about { $seconds } s
}
queue-running = “{ $title }” is being made: { $percent } %
queue-others = { $waiting ->
    [0] Nobody else is waiting.
    [one] 1 film is waiting in all.
   *[other] { $waiting } films are waiting in all.
}
quota-left = { $left } of { $limit } films left in these 24 hours.
quota-spent = You have made { $used } of { $limit } films in the last 24 hours. The next one frees up { $next_free_at }.
quota-held = { $held ->
    [one] 1 of them is still being made.
   *[other] { $held } of them are still being made.
}
joined = Welcome, { $name }! Type /make and a sentence, for example: /make A cat dances on a roof at night
invite-new = Give this code to one friend: { $code }
invite-link = Redeem this invite
invite-left = { $left ->
    [0] These were all your invites.
    [one] You have 1 more invite.
   *[other] You have { $left } more invites.
}
invite-open = Open: { $code }
invite-used = { $code } brought { $name }
help-intro = I turn a sentence into a short film with pictures, voices and sound. Try: /make A cat dances on a roof at night
help-command = /{ $command }: { $description }
help-parameter = { $parameter }: { $description }
waiting-position = { $position ->
    [1] You are next
   *[other] Number { $position } in line
}
refusal-admins-only = /{ $command } is for those who run this place.
refusal-not-here = /{ $command } works in { $channels }.
refusal-not-your-role = /{ $command } is for { $roles }.
refusal-left-place = You are no longer in { $place }, where this film was to be shown. Come back, or keep it for yourself.
refusal-rule-too-long = One rule can name { $limit } at most.
button-help = How it works
fact-seed = Seed
fact-posted = Posted
setup-title = How this place is set up
setup-language = Language: { $language }
setup-feed = Films go to: { $channel }
setup-feed-none = Films are posted where their maker is
setup-rule = { $command }: { $channels }, { $roles }
setup-everywhere = everywhere
setup-everybody = everybody
setup-every-command = All commands
setup-how = To change it: /setup language, /setup feed (here, or none). Where and by whom a command may be used: /setup command with a channel or a role; with neither, it is open again.
welcome = Hello, I am Kamishibai, paper theatre: from one sentence I make a short film with pictures, voices and sound. Got an invite code? /join gets you in.
welcome-back = Hello { $name }. Type /make and a sentence, for example: /make a cat dances on a roof at night
draft-unpostable = I may not write in the channel for films. The film is back among your drafts.
refusal-stale-button = That button does not work any more.
progress-left = about { $seconds } s left
too-large = This film is too large to be shown here.
button-watch = Watch
kept-in-drafts = I cannot write here for much longer. I will message you when the film is ready; it will be in /drafts too.
first-words = Hello, I am Kamishibai, paper theatre: from one sentence I make a short film with pictures, voices and sound. Admins: choose where films go with /setup, and hand out the first codes with /invite. Got a code? The button lets you in.
telegram-private = That is for your eyes only. I can show it in our private chat.
telegram-open-private = Open our chat
telegram-first-words = Make me an administrator and I can count reactions as likes. Replies to my messages reach me either way.
setup-here = here
refusal-no-such-channel = I do not know the channel “{ $channel }”. Type /setup feed:here in the one you mean.
refusal-anonymous = Sent anonymously or as a channel, nobody could tell whose film it is. Please send it as yourself.
storyboard-understood = This is what I understood:
storyboard-shot = { $number }. { $seconds } s · { $camera }: { $action }
storyboard-goes-on = (goes on)
storyboard-longer = It could go on like this: { $prompt }
button-swell = Read it like that
storyboard-cost = It takes 1 of the { $left } films you have left, and about { $seconds } s to make. Nothing is made yet.
storyboard-form = Change the storyboard
storyboard-submit = Read it again
storyboard-shots = Shot { $first } (x removes it)
button-shoot = Make it like this
button-redraw = Change shots
fact-cast = with
fact-places = in
refusal-nobody-reads = Nobody is there to read it just now. Try again in a moment, or use /make.
refusal-no-such-storyboard = I do not have that storyboard any more. /storyboard and your prompt make a new one.
refusal-no-shots = Then nothing is left to film. Keep at least one shot.
refusal-shot-seconds = A shot takes { $low } to { $high } seconds; I could not make that of “{ $given }”.
