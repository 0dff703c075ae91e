remix-replaced = { $old } → { $new }
remix-rest-stays = The rest stays.
remix-added = New: { $who }
remix-removed = Gone: { $who }
remix-given = { $who } has: { $thing }
remix-looks = { $who }: { $word }
remix-does = { $who }: { $word }
remix-renamed = “{ $old }” is called “{ $new }” now.
remix-retitled = Title: { $new }
remix-line-changed = Line: “{ $old }” → “{ $new }”
remix-line-added = New line: “{ $new }”
remix-line-removed = No longer said: “{ $old }”
remix-setting = { $kind ->
    [place] Place
    [time_of_day] Time of day
    [weather] Weather
    [light] Light
    [style] Style
    [mood] Mood
    [tint] Colours
    [transition] Transitions
   *[other] Camera
}: { $word }
remix-no-music = No music
remix-no-effects = No extra sound effects
remix-length = Length: { $seconds } s
remix-faster = Faster: { $seconds } s
remix-slower = Slower: { $seconds } s
remix-slow-motion = Slow motion
remix-language = { $language ->
    [ja] In Japanese
   *[en] In English
}
remix-line-kept = I cannot translate “{ $line }”, so it stays. Give it to me like this: change "{ $line }" to "…"
remix-turned = { $orientation ->
    [landscape] Wide
    [square] Square
   *[portrait] Upright
}
remix-take = Another take: same story, same cast, filmed anew.
remix-not-understood = I did not understand “{ $words }”, so nothing was done about it.
remix-nobody = There is no “{ $who }” in this film.
remix-not-there = Nobody in those shots can do that: { $word }
remix-crowded = The stage is full: { $most } players is all it holds.
remix-stage-empty = Without “{ $who }” the stage would be empty, so I kept them. Replace them instead?
remix-no-such-shot = This film has { $shots } shots, so there is no shot { $shot }.
remix-no-such-line = There is no such line in this film: “{ $line }”
remix-no-room = There was no pause long enough for “{ $line }”.
refusal-remix-not-understood = I do not see what to change in “{ $words }”. In this film: { $cast }. Try “make the bear a gorilla”, “add a cat”, “at night”, “change "hi" to "bye"”, “shorter” or “another take”.
refusal-remix-nobody = There is no “{ $who }” in this film. In it: { $cast }.
refusal-remix-not-there = Nobody in those shots can do that: { $word }. In the film: { $cast }.
refusal-remix-crowded = The stage is full: { $most } players is all it holds. Replace or remove one of them: { $cast }.
refusal-remix-stage-empty = Without “{ $who }” the stage would be empty. Replace them instead: “make the { $who } a cat”.
refusal-remix-no-such-shot = This film has { $shots } shots, so there is no shot { $shot }.
refusal-remix-no-such-line = There is no such line in this film: “{ $line }”
refusal-remix-no-room = There is no pause long enough for “{ $line }”. Make the film longer first, or change a line.
refusal-remix-pictures = That film was made with pictures; please send them again ({ $needed }).
refusal-remix-empty = Say what to change: “make the bear a gorilla”, “at night”, “another take”.
refusal-remix-no-storyboard = The film “{ $clip }” was made before remixes could be; its storyboard was not kept.
refusal-storyboard-none = That file is no storyboard. Use what “kamishibai storyboard … --json” or “render … --json” printed.
refusal-storyboard-wrong = That storyboard cannot be used: { $field } ({ $why })
remix-of = #{ $clip } by { $author }
