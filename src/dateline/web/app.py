"""The page of a record: its routes, its errors, and what stands before them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.exception_handlers import request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException as RoutingError

import dateline
from dateline.errors import Misjudged, Overtaken
from dateline.record import Where
from dateline.web.answers import wants_rows
from dateline.web.asked import Misasked
from dateline.web.gate import Gate
from dateline.web.reader import Reader, prepared
from dateline.web.routes import PLACES
from dateline.web.scales import Scales
from dateline.web.security import HOSTS, Guard, Seal, Writes
from dateline.web.shapes import described
from dateline.web.site import Site
from dateline.web.users import Users

__all__ = ["create_app"]


def create_app(
    path: Where,
    by: str = "reviewer",
    users: Users | None = None,
    hosts: frozenset[str] = frozenset(),
    writes: Writes | None = None,
) -> FastAPI:
    """The page of the record at a path or address; decisions are signed `by` until a visitor says another name.

    With `users`, nobody passes without signing in. It answers to this machine's own names and to `hosts`.
    """
    site = Site(Reader(prepared(path)), Scales(path), Seal(), by, users)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        site.reader.shelf()
        yield
        site.scales.close()

    app = FastAPI(title="Dateline", version=dateline.__version__, docs_url=None, redoc_url=None, lifespan=lifespan)
    if users is not None:
        app.add_middleware(Gate, users=users)
    app.add_middleware(Guard, hosts=HOSTS | hosts, writes=writes or Writes())
    app.mount("/static", StaticFiles(directory=str(files("dateline.web").joinpath("static"))), name="static")
    _errors(app, site)
    for add in PLACES:
        add(app, site)
    app.openapi = described(app)  # type: ignore[method-assign]  # as FastAPI wants its description replaced
    return app


def _errors(app: FastAPI, site: Site) -> None:
    async def wrong(request: Request, error: RoutingError) -> Response:
        if request.url.path.endswith((".json", ".csv")) or wants_rows(request):
            return JSONResponse({"detail": error.detail}, error.status_code, headers=error.headers)
        page = site.show(request, "wrong.html.j2", error.status_code, status=error.status_code, detail=error.detail)
        page.headers.update(error.headers or {})
        return page

    @app.exception_handler(RoutingError)
    async def refused(request: Request, error: RoutingError) -> Response:
        return await wrong(request, error)

    @app.exception_handler(Misasked)
    async def misasked(request: Request, error: Misasked) -> Response:
        return await wrong(request, RoutingError(400, str(error)))

    @app.exception_handler(Misjudged)
    async def misjudged(request: Request, error: Misjudged) -> Response:
        return await wrong(request, RoutingError(400, str(error)))

    @app.exception_handler(Overtaken)
    async def overtaken(request: Request, error: Overtaken) -> Response:
        return await wrong(
            request, RoutingError(409, f"{error}; nothing was kept. Look at the decision and decide again.")
        )

    @app.exception_handler(RequestValidationError)
    async def malformed(request: Request, error: RequestValidationError) -> Response:
        if request.url.path.endswith((".json", ".csv")) or wants_rows(request):
            return await request_validation_exception_handler(request, error)
        said = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors())
        return await wrong(request, RoutingError(422, said))
