"""Import: files, a folder, pasted text; progress, and a way to stop."""

from __future__ import annotations

import re

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.errors import InputError
from onrecord.web.answers import json_answer
from onrecord.web.jobs import Job, Upload
from onrecord.web.safety import session_of
from onrecord.web.site import Site

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
FILES = 2_000
"""Files of one import at most; more go through `onrecord read`."""


def show(site: Site, request: Request, form: str) -> Response:
    """The form."""
    return site.page(request, "import.html", _form(site, None))


def _form(site: Site, problem: str | None) -> dict[str, object]:
    return {"problem": problem, "megabytes": site.options.upload_limit // 1_000_000}


async def take(site: Site, request: Request) -> Response:
    """Takes the form and goes to the page of its progress."""
    async with request.form(max_files=FILES, max_part_size=site.options.upload_limit) as given:
        check_csrf(site, request, given)
        try:
            uploads = await _uploads(given)
        except InputError as error:
            return site.page(request, "import.html", _form(site, str(error)), 400)
    return RedirectResponse(f"/import/{site.jobs.start(uploads).id}", 303)


def progress(site: Site, request: Request, form: str) -> Response:
    """How far an import has come."""
    now = _job(site, request).now
    if form == "json":
        return json_answer(now)
    return site.page(request, "progress.html", {"now": now})


async def stop(site: Site, request: Request) -> Response:
    """Ends an import after the report at hand."""
    async with request.form() as given:
        check_csrf(site, request, given)
    job = _job(site, request)
    job.stop()
    return RedirectResponse(f"/import/{job.id}", 303)


def check_csrf(site: Site, request: Request, given: FormData) -> None:
    """Raises 403 unless the form brings back the token that its own session was given."""
    token = given.get("csrf")
    if not site.keys.matches(session_of(request.headers), token if isinstance(token, str) else None):
        raise HTTPException(403)


async def _uploads(given: FormData) -> list[Upload]:
    published = str(given.get("published") or "").strip() or None
    if published and not _DAY.fullmatch(published):
        raise InputError(f"{published}: a day is written like 2024-05-03")
    text = str(given.get("text") or "")
    found = [Upload("pasted text", text.encode(), published)] if text.strip() else []
    chosen = [part for part in given.getlist("files") if isinstance(part, UploadFile)]
    found.extend([Upload(part.filename, await part.read(), published) for part in chosen if part.filename])
    if not found:
        raise InputError("nothing was chosen: choose files or paste a report")
    return found


def _job(site: Site, request: Request) -> Job:
    job = site.jobs.find(str(request.path_params["job"]))
    if job is None:
        raise HTTPException(404)
    return job
