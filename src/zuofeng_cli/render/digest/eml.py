"""`digest --format eml`: a mail for a mailer of one's own, in text and HTML (RFC 2046)."""

from datetime import UTC, datetime, time
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from zuofeng_cli.digest import Digest
from zuofeng_cli.render.digest import html, text
from zuofeng_cli.render.digest.outline import outline
from zuofeng_cli.settings.mail import Letterhead


def render(digest: Digest, letterhead: Letterhead) -> str:
    """The mail in ASCII with CRLF ends of line; the same digest gives the same bytes.

    So its date is the first second of the digest's day, and its id and the boundary of its parts
    come from its content.
    """
    plain, page = text.render(digest, letterhead), html.render(digest, letterhead)
    seal = sha256(f"{digest.week}\n{plain}\n{page}".encode()).hexdigest()[:32]
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = outline(digest).subject
    mail["From"] = letterhead.sender
    if letterhead.to:
        mail["To"] = ", ".join(letterhead.to)
    mail["Date"] = datetime.combine(digest.today, time(), UTC)
    mail["Message-ID"] = f"<{seal}@zuofeng.invalid>"
    mail["Auto-Submitted"] = "auto-generated"  # no answer from an absent colleague (RFC 3834)
    mail.set_content(plain, cte="base64")
    mail.add_alternative(page, subtype="html", cte="base64")
    mail.set_boundary(f"zuofeng-{seal}")
    return mail.as_bytes().decode("ascii")
