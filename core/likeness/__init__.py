"""Who may be shown, by whom, where and how often: likenesses, consent, and the receipts of both.

records       the tables
consent       whether somebody may be shown now: one decision, read from the rows
grants        what was allowed or forbidden to one person
appearances   who is in a clip, on which ground, and whether that ground still holds
following     who follows whom, for the rule "mutual followers"
revocation    an end to all of it: jobs stop, drafts go, posts come down
receipts      what was used, when and by what right, in a signed chain that shows every change
vault         faces and voices at rest
"""
