# SPDX-License-Identifier: GPL-2.0-or-later
"""A file's address to one that opens it for some hours, signed by the service of its account.

The protocol is that of the ``teledetection`` package (1.13.0): ``POST sign_urls`` with a JSON list of at most 64
addresses; the answer holds one expiry for all, by the service's clock. Only differences of that clock are used, so that
ours may be wrong.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TypeVar

import requests

from .account_errors import KeyRefused, NeedsSignIn, SignInExpired
from .accounts import SIGNING, Account, Tokens
from .catalogues.values import mapping, moment
from .errors import (
    AccessDenied,
    AuthenticationRequired,
    HttpError,
    InvalidAnswer,
    ServiceBroken,
    TooManyRequests,
    detach,
)
from .expected_links import ExpectedLinks
from .keyring import Keyring
from .signed_address import bare, signed_period
from .signed_links import MARGIN, SHARE, Link, http_date, span, web_links
from .turns import Turns
from .web import PATIENCE, Feedback, body_of, exchange, json_object, wait

BATCH = 64
_TRIES = 4
_PAUSE = 0.8  # seconds, doubled at each try
_MOST = 20_000  # links remembered
_ONE_TO_BLAME = (400, 404, 413, 422)  # a batch is refused for one of its addresses
_MOST_REFUSALS = 16  # of one batch: two addresses among 64 are found with 14; a service that refuses all is left
_BYTES = 4 << 20
_REFUSED = (AccessDenied, AuthenticationRequired)

Answer = TypeVar("Answer")


class Signer:
    """For all accounts; any thread may ask."""

    def __init__(
        self,
        accounts: Callable[[], tuple[Account, ...]],
        keyring: Keyring,
        session: Callable[[], requests.Session],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._accounts, self._keyring, self._session, self._clock = accounts, keyring, session, clock
        self._links: OrderedDict[str, Link] = OrderedDict()  # by bare address
        self._expected = ExpectedLinks()
        self._lock = threading.Lock()
        self._turns = Turns()

    def account_of(self, href: str) -> Account | None:
        """Whose service signs ``href``; None where it opens as it is."""
        return next((one for one in self._accounts() if one.kind == SIGNING and one.covers(href)), None)

    def sign(
        self, hrefs: Iterable[str], feedback: Feedback, refused: Mapping[str, str] | None = None
    ) -> dict[str, str]:
        """Every given address with one that opens it; what no account covers stays as it is.

        ``refused`` maps addresses to links of theirs that the storage refused: they get others. Raises an
        :class:`~.account_errors.AccountError` or what the service answers.
        """
        given = list(dict.fromkeys(hrefs))
        links = {href: href for href in given}
        wanted: dict[Account, list[str]] = {}
        for href in given:
            account = self.account_of(href)
            if account is not None:
                wanted.setdefault(account, []).append(href)
        for account, theirs in wanted.items():
            links.update(self._signed(account, theirs, refused or {}, feedback))
        return links

    def with_link(self, href: str, feedback: Feedback, use: Callable[[str], Answer]) -> Answer:
        """What ``use`` makes of a link, and of another one when the first is refused.

        Without an account the address is tried as it is, since some files are public: only a refusal asks for one.
        """
        account = self.account_of(href)
        if account is None:
            return use(href)
        try:
            link = self.sign([href], feedback)[href]
        except NeedsSignIn as needed:
            try:
                return use(href)
            except _REFUSED:
                raise needed from None
        try:
            return use(link)
        except _REFUSED:
            return use(self.sign([href], feedback, {href: link})[href])

    def link(self, href: str, refused: str, feedback: Feedback) -> str:
        """One address, as :data:`~.download.Links`."""
        return self.sign([href], feedback, {href: refused} if refused else None)[href]

    def expect(self, hrefs: Iterable[str]) -> None:
        """These will be wanted soon: they fill up the next batch."""
        signing = [one for one in self._accounts() if one.kind == SIGNING]
        self._expected.add(bare(href) for href in hrefs if any(one.covers(href) for one in signing))

    def expiry(self, link: str) -> float | None:
        """When a signed link ends, in seconds of this machine's clock; None for what is not signed."""
        with self._lock:
            known = self._links.get(bare(link))
        if known is not None and known.href == link:
            return known.ends
        own = signed_period(link)
        return None if own is None else own[1].timestamp()

    def good_until(self, link: str) -> float:
        """When a link is to be replaced, a while before it ends, in seconds of this machine's clock; 0 for an address
        without a signature that is known."""
        with self._lock:
            known = self._links.get(bare(link))
        if known is not None and known.href == link:
            return known.until
        own = signed_period(link)
        if own is None:
            return 0.0
        life = (own[1] - own[0]).total_seconds()
        return own[1].timestamp() - min(MARGIN, life * SHARE)

    def forget(self, account: Account) -> None:
        """The links that were signed for someone."""
        with self._lock:
            for place in [place for place in self._links if account.covers(place)]:
                del self._links[place]

    # --- one account ------------------------------------------------------------------------------

    def _signed(
        self, account: Account, hrefs: list[str], refused: Mapping[str, str], feedback: Feedback
    ) -> dict[str, str]:
        links = self._known(hrefs, refused)
        if len(links) == len(hrefs):
            return links
        with self._turns.mine(feedback):
            links = self._known(hrefs, refused)  # another thread may have had them signed meanwhile
            missing = list(dict.fromkeys(bare(href) for href in hrefs if href not in links))
            fresh: dict[str, str] = {}
            for start in range(0, len(missing), BATCH):
                fresh.update(self._batch(account, missing[start : start + BATCH], feedback))
        links.update({href: fresh[bare(href)] for href in hrefs if href not in links})
        return links

    def _known(self, hrefs: Iterable[str], refused: Mapping[str, str]) -> dict[str, str]:
        """Links that still open for a while: remembered ones, or an address that came signed."""
        now, found = self._clock(), {}
        with self._lock:
            for href in hrefs:
                link = self._links.get(bare(href))
                own = signed_period(href)
                if link is not None and link.until > now and link.href != refused.get(href):
                    found[href] = link.href
                elif own is not None and own[1].timestamp() - now > MARGIN and href != refused.get(href):
                    found[href] = href
        return found

    def _batch(self, account: Account, places: list[str], feedback: Feedback) -> dict[str, str]:
        others = self._expected.take(places, BATCH - len(places), lambda place: self._wants(account, place))
        if not others:
            return self._halved(account, places, feedback, [_MOST_REFUSALS])
        to_blame = False
        try:
            return self._asked(account, [*places, *others], places, feedback)
        except (InvalidAnswer, HttpError) as error:
            if isinstance(error, HttpError) and error.status not in _ONE_TO_BLAME:
                self._expected.add(others)
                raise
            to_blame = isinstance(error, HttpError)
        try:
            fresh = self._halved(account, places, feedback, [_MOST_REFUSALS])
        except BaseException:
            self._expected.add(others)
            raise
        if to_blame:  # one of the others, then: they were only guesses
            self._expected.part(others)
        return fresh

    def _halved(self, account: Account, places: list[str], feedback: Feedback, refusals: list[int]) -> dict[str, str]:
        """One address that they refuse does not keep the others from being signed, and remembered; it is told then."""
        try:
            return self._asked(account, places, places, feedback)
        except HttpError as error:
            refusals[0] -= 1
            if error.status not in _ONE_TO_BLAME or len(places) == 1 or refusals[0] <= 0:
                raise
        middle, problem = len(places) // 2, None
        fresh: dict[str, str] = {}
        for half in (places[:middle], places[middle:]):
            try:
                fresh.update(self._halved(account, half, feedback, refusals))
            except HttpError as error:
                if error.status not in _ONE_TO_BLAME or refusals[0] <= 0:
                    raise
                problem = detach(error)
        if problem is not None:
            raise problem
        return fresh

    def _wants(self, account: Account, place: str) -> bool:
        """Whether an expected address may go along."""
        with self._lock:
            link = self._links.get(place)
        return account.covers(place) and (link is None or link.until <= self._clock())

    def _asked(self, account: Account, places: list[str], needed: list[str], feedback: Feedback) -> dict[str, str]:
        url = f"{account.root}sign_urls"
        said, served = self._post(account, url, {"urls": places}, feedback)
        hrefs, expiry, now = mapping(said.get("hrefs")), moment(said.get("expiry")), self._clock()
        fresh = {place: Link(link, *span(link, expiry, served, now)) for place, link in web_links(hrefs, places)}
        with self._lock:
            for place, link in fresh.items():
                self._links[place] = link
                self._links.move_to_end(place)
            while len(self._links) > _MOST:
                self._links.popitem(last=False)
        self._expected.discard(fresh)
        missing = sum(place not in fresh for place in needed)
        if missing:
            raise InvalidAnswer(url, f"{missing} of {len(needed)} addresses are not signed")
        return {place: fresh[place].href for place in needed}

    def _post(
        self, account: Account, url: str, body: Mapping[str, list[str]], feedback: Feedback
    ) -> tuple[Mapping[str, object], datetime | None]:
        """The answer, and the service's clock when it says it. Busy or broken services are asked again."""
        renewed: Tokens | None = None
        tried = 0
        while True:
            headers = {"Accept": "application/json", **self._keyring.signing_headers(account, feedback)}
            request = requests.Request("POST", url, json=body, headers=headers)
            try:
                with exchange(self._session(), request, feedback) as response:
                    served = http_date(response.headers.get("Date"))
                    return json_object(body_of(response, feedback, _BYTES), url), served
            except _REFUSED as error:
                renewed = self._renewed(account, renewed, error, feedback)
                if renewed is None:
                    raise
            except (TooManyRequests, ServiceBroken) as error:
                tried += 1
                pause = _PAUSE * 2 ** (tried - 1) if error.retry_after is None else error.retry_after
                if tried >= _TRIES or pause > PATIENCE:
                    raise
                wait(pause, feedback)

    def _renewed(self, account: Account, before: Tokens | None, error: HttpError, feedback: Feedback) -> Tokens | None:
        """Other tokens once, for a service that refuses the ones it was given; else raises why it does, or gives None
        when ``error`` says it."""
        secrets = self._keyring.secrets(account)
        if secrets.key is not None:
            self._keyring.refuse(account)
            raise KeyRefused(account.id, error.detail) from error
        if secrets.tokens is None:
            raise NeedsSignIn(account.id) from error
        if before is None:
            return self._keyring.tokens(account, feedback, stale=secrets.tokens)
        if isinstance(error, AuthenticationRequired):
            self._keyring.refuse(account)
            raise SignInExpired(account.id) from error
        return None
