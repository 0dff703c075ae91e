"""The tables. Words as in the design: member, identity, community, clip, job, post, delivery.

Rules of this file: times are UTC and aware; states are short strings, never database enums (migrations of enums rebuild
SQLite tables); a NOT NULL column added later needs `db_default`; media columns hold storage names, never paths.
"""

from tortoise import fields
from tortoise.models import Model


class Member(Model):
    """A person we know. `joined_at` is None for a guest who has not redeemed an invite yet."""

    id = fields.IntField(primary_key=True)
    name = fields.CharField(max_length=64)
    locale = fields.CharField(max_length=8, default="en")
    role = fields.CharField(max_length=16, default="member")  # member | owner
    joined_at = fields.DatetimeField(null=True)
    invited_by: fields.ForeignKeyNullableRelation["Member"] = fields.ForeignKeyField(
        "kamishibai.Member", related_name="invited", null=True, on_delete=fields.RESTRICT
    )
    last_served_at = fields.DatetimeField(null=True)  # when a worker last took a job of theirs: the queue's fairness
    created_at = fields.DatetimeField(auto_now_add=True)
    invited_by_id: int | None

    class Meta:
        """Table name."""

        table = "member"


class Identity(Model):
    """(platform, platform user id) of a member."""

    id = fields.IntField(primary_key=True)
    member: fields.ForeignKeyRelation[Member] = fields.ForeignKeyField("kamishibai.Member", related_name="identities")
    platform = fields.CharField(max_length=16)
    external_id = fields.CharField(max_length=64)
    private_channel = fields.CharField(max_length=64, null=True)  # where we may write to them alone, once they did
    member_id: int

    class Meta:
        """One member for each platform account."""

        table = "identity"
        unique_together = (("platform", "external_id"),)


class Community(Model):
    """A Discord server, a Telegram group, or the local web room."""

    id = fields.IntField(primary_key=True)
    platform = fields.CharField(max_length=16)
    external_id = fields.CharField(max_length=64)
    name = fields.CharField(max_length=100, default="")
    owner: fields.ForeignKeyNullableRelation[Member] = fields.ForeignKeyField(
        "kamishibai.Member", related_name="owned", null=True, on_delete=fields.RESTRICT
    )
    feed_channel = fields.CharField(max_length=64, null=True)
    locale = fields.CharField(max_length=8, null=True)  # of what everybody reads; None: as the platform says
    rules: fields.Field[dict[str, dict[str, list[str]]] | None] = fields.JSONField(null=True)  # see core.places
    left_at = fields.DatetimeField(null=True)  # when we were shown the door
    owner_id: int | None

    class Meta:
        """One row for each place."""

        table = "community"
        unique_together = (("platform", "external_id"),)


class Attendance(Model):
    """That a member is in a community. `left_at`: when they went, as far as we were told (asking there undoes it)."""

    id = fields.IntField(primary_key=True)
    member: fields.ForeignKeyRelation[Member] = fields.ForeignKeyField("kamishibai.Member", related_name="attends")
    community: fields.ForeignKeyRelation[Community] = fields.ForeignKeyField(
        "kamishibai.Community", related_name="attended_by"
    )
    left_at = fields.DatetimeField(null=True)
    member_id: int
    community_id: int

    class Meta:
        """Once for each place."""

        table = "attendance"
        unique_together = (("member", "community"),)


class Invite(Model):
    """A single-use code and who used it."""

    id = fields.IntField(primary_key=True)
    code = fields.CharField(max_length=16, unique=True)
    issuer: fields.ForeignKeyRelation[Member] = fields.ForeignKeyField("kamishibai.Member", related_name="invites")
    issued_at = fields.DatetimeField(auto_now_add=True)
    redeemed_by: fields.ForeignKeyNullableRelation[Member] = fields.ForeignKeyField(
        "kamishibai.Member", related_name="redeemed", null=True, on_delete=fields.RESTRICT
    )
    redeemed_at = fields.DatetimeField(null=True)
    issuer_id: int
    redeemed_by_id: int | None

    class Meta:
        """Table name."""

        table = "invite"


class Clip(Model):
    """The film. `state`: draft | posted | hidden | removed. It has media once `ready_at` is set."""

    id = fields.IntField(primary_key=True)
    public_id = fields.CharField(max_length=12, unique=True)
    author: fields.ForeignKeyRelation[Member] = fields.ForeignKeyField("kamishibai.Member", related_name="clips")
    community: fields.ForeignKeyRelation[Community] = fields.ForeignKeyField(
        "kamishibai.Community", related_name="clips"
    )
    parent: fields.ForeignKeyNullableRelation["Clip"] = fields.ForeignKeyField(
        "kamishibai.Clip", related_name="remixes", null=True, on_delete=fields.RESTRICT
    )
    state = fields.CharField(max_length=16, default="draft")
    prompt = fields.TextField(default="")
    wish: fields.Field[dict[str, object]] = fields.JSONField(default=dict)  # seconds, orientation, style as asked
    seed = fields.BigIntField()
    picture = fields.CharField(max_length=64, null=True)  # the member's image, storage name
    more_pictures: fields.Field[list[str]] = fields.JSONField(null=True)  # those after the first; takes share them all
    asked_in = fields.CharField(max_length=64, null=True)  # the channel in which it was asked for
    request_key = fields.CharField(max_length=80, unique=True)  # a repeat of the same request finds this clip
    title = fields.CharField(max_length=120, default="")
    seconds = fields.FloatField(null=True)
    width = fields.IntField(null=True)
    height = fields.IntField(null=True)
    engine = fields.CharField(max_length=32, null=True)
    video = fields.CharField(max_length=64, null=True)
    poster = fields.CharField(max_length=64, null=True)
    srt = fields.CharField(max_length=64, null=True)
    vtt = fields.CharField(max_length=64, null=True)
    storyboard: fields.Field[dict[str, object]] = fields.JSONField(default=dict)
    notes: fields.Field[list[object]] = fields.JSONField(default=list)  # what was mended or fell back: [id, params]
    created_at = fields.DatetimeField(auto_now_add=True)
    ready_at = fields.DatetimeField(null=True)
    posted_at = fields.DatetimeField(null=True)
    author_id: int
    community_id: int
    parent_id: int | None

    @property
    def pictures(self) -> tuple[str, ...]:
        """Storage names of the member's images, in their order."""
        return (self.picture, *(self.more_pictures or ())) if self.picture else ()

    class Meta:
        """Drafts are looked up by author, the feed by community."""

        table = "clip"
        indexes = (("author_id", "state"), ("community_id", "state", "posted_at"))


class Job(Model):
    """One attempt to render. `state`: asking | queued | running | done | failed | blocked | cancelled.

    The row is the truth of the queue. `platform`, `channel` and `message_id` are the placeholder message that shows its
    progress; `message_id` is None until the adapter has sent it.
    """

    id = fields.IntField(primary_key=True)
    clip: fields.ForeignKeyRelation[Clip] = fields.ForeignKeyField("kamishibai.Clip", related_name="jobs")
    member: fields.ForeignKeyRelation[Member] = fields.ForeignKeyField("kamishibai.Member", related_name="jobs")
    state = fields.CharField(max_length=16, default="queued")
    tier = fields.IntField(default=0)
    attempt = fields.IntField(default=0)  # counts claims; never goes back, so that a worker can tell its own from later
    failures = fields.IntField(default=0)  # attempts that came to nothing and are worth another
    worker = fields.CharField(max_length=64, null=True)
    lease_until = fields.DatetimeField(null=True)
    stage = fields.CharField(max_length=16, default="")
    percent = fields.FloatField(default=0.0)
    film_seconds = fields.FloatField(default=6.0)  # expected length, for estimates
    # what there is to look at meanwhile: storage names `still` and `film` (or None), `width`, `height`, `seconds`
    animatic: fields.Field[dict[str, object] | None] = fields.JSONField(null=True)
    error = fields.CharField(max_length=200, default="")  # reference of the trace, or the refusal's message id
    platform = fields.CharField(max_length=16)
    channel = fields.CharField(max_length=64)
    message_id = fields.CharField(max_length=64, null=True)
    created_at = fields.DatetimeField(auto_now_add=True)
    started_at = fields.DatetimeField(null=True)
    finished_at = fields.DatetimeField(null=True)
    clip_id: int
    member_id: int

    class Meta:
        """The queue reads by state."""

        table = "job"
        indexes = (("state", "lease_until"), ("member_id", "state"))


class AllowanceEntry(Model):
    """One clip's place in its author's allowance.

    `state`: held (its job is open) | spent (the film is finished) | released (it came to nothing and counts no more).
    """

    id = fields.IntField(primary_key=True)
    member: fields.ForeignKeyRelation[Member] = fields.ForeignKeyField("kamishibai.Member", related_name="allowance")
    clip: fields.OneToOneRelation[Clip] = fields.OneToOneField("kamishibai.Clip", related_name="allowance")
    state = fields.CharField(max_length=16, default="held")
    at = fields.DatetimeField()  # when it was held, then when it was spent
    member_id: int
    clip_id: int

    class Meta:
        """Counted by member, state and time."""

        table = "allowance_entry"
        indexes = (("member_id", "state", "at"),)


class Post(Model):
    """A clip's message in one channel."""

    id = fields.IntField(primary_key=True)
    clip: fields.ForeignKeyRelation[Clip] = fields.ForeignKeyField("kamishibai.Clip", related_name="posts")
    platform = fields.CharField(max_length=16)
    channel = fields.CharField(max_length=64)
    message_id = fields.CharField(max_length=64)
    created_at = fields.DatetimeField(auto_now_add=True)
    clip_id: int

    class Meta:
        """A message is a post of one clip."""

        table = "post"
        unique_together = (("platform", "channel", "message_id"),)


class Like(Model):
    """One like a member and clip, whatever the number of reactions."""

    id = fields.IntField(primary_key=True)
    clip: fields.ForeignKeyRelation[Clip] = fields.ForeignKeyField("kamishibai.Clip", related_name="likes")
    member: fields.ForeignKeyRelation[Member] = fields.ForeignKeyField("kamishibai.Member", related_name="likes")
    created_at = fields.DatetimeField(auto_now_add=True)
    clip_id: int
    member_id: int

    class Meta:
        """Once each."""

        table = "clip_like"
        unique_together = (("clip", "member"),)


class Comment(Model):
    """A reply to a post."""

    id = fields.IntField(primary_key=True)
    clip: fields.ForeignKeyRelation[Clip] = fields.ForeignKeyField("kamishibai.Clip", related_name="comments")
    member: fields.ForeignKeyRelation[Member] = fields.ForeignKeyField("kamishibai.Member", related_name="comments")
    platform = fields.CharField(max_length=16)
    channel = fields.CharField(max_length=64)
    message_id = fields.CharField(max_length=64)
    text = fields.TextField()
    created_at = fields.DatetimeField(auto_now_add=True)
    clip_id: int
    member_id: int

    class Meta:
        """A platform message is one comment; Telegram numbers messages by chat."""

        table = "comment"
        unique_together = (("platform", "channel", "message_id"),)


class Delivery(Model):
    """Something due to be said in a chat, written with the change that caused it and sent once.

    `kind`: draft | failed | cancelled | post | ask | takedown | report. `state`: due | sent | dead. `message_id` is
    the message that it became or edited. A claim is `claimed_until` in the future; a messenger that dies loses its
    claim with time.
    """

    id = fields.IntField(primary_key=True)
    key = fields.CharField(max_length=80, unique=True)
    platform = fields.CharField(max_length=16)
    channel = fields.CharField(max_length=64)
    kind = fields.CharField(max_length=16)
    clip: fields.ForeignKeyRelation[Clip] = fields.ForeignKeyField("kamishibai.Clip", related_name="deliveries")
    job: fields.ForeignKeyNullableRelation[Job] = fields.ForeignKeyField(
        "kamishibai.Job", related_name="deliveries", null=True
    )
    params: fields.Field[dict[str, object]] = fields.JSONField(default=dict)
    state = fields.CharField(max_length=16, default="due")
    attempt = fields.IntField(default=0)
    next_at = fields.DatetimeField()
    claimed_until = fields.DatetimeField(null=True)
    message_id = fields.CharField(max_length=64, null=True)
    error = fields.CharField(max_length=200, default="")
    created_at = fields.DatetimeField(auto_now_add=True)
    clip_id: int
    job_id: int | None

    class Meta:
        """A messenger reads what is due on its platform."""

        table = "delivery"
        indexes = (("platform", "state", "next_at"),)


class Reading(Model):
    """What a director makes of a prompt, before anything is rendered. `state`: due | read | failed.

    `wish` is as a clip's. `sheet` is the storyboard in words: `shots` (parts of core.screenplay.sheet), `title`,
    `seconds`, `language`, `cast`, `places`, `style`, `notes`, `longer` (a prompt that is offered), `base` (the rest of
    the screenplay, as text).
    """

    id = fields.IntField(primary_key=True)
    public_id = fields.CharField(max_length=12, unique=True)
    member: fields.ForeignKeyRelation[Member] = fields.ForeignKeyField("kamishibai.Member", related_name="readings")
    locale = fields.CharField(max_length=8, default="en")  # of the member, for what has to be invented
    prompt = fields.TextField(default="")
    wish: fields.Field[dict[str, object]] = fields.JSONField(default=dict)
    seed = fields.BigIntField()
    state = fields.CharField(max_length=16, default="due")
    sheet: fields.Field[dict[str, object]] = fields.JSONField(default=dict)
    claimed_until = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)
    member_id: int

    class Meta:
        """Workers look for what is due."""

        table = "reading"
        indexes = (("state", "id"),)


class Rendition(Model):
    """A smaller take of a stored film. `state`: due | done | failed. `source` and `name` are storage names."""

    id = fields.IntField(primary_key=True)
    source = fields.CharField(max_length=64)
    max_bytes = fields.BigIntField()
    state = fields.CharField(max_length=16, default="due")
    name = fields.CharField(max_length=64, null=True)
    claimed_until = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        """Made once for each size."""

        table = "rendition"
        unique_together = (("source", "max_bytes"),)
        indexes = (("state", "id"),)
