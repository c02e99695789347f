"""The application: Flask with its folders in web/, the pages of every family, and nothing that a route did not declare."""

from __future__ import annotations

from importlib import import_module

from flask import Flask, Response, jsonify
from jinja2 import StrictUndefined

from ssc_drafter import places
from ssc_drafter.server.families import FAMILIES
from ssc_drafter.server.gate import access, ground, refusals, security
from ssc_drafter.server.gate.ground import Config


def create_app(config: Config) -> Flask:
    """Make the application on an open store. Raises Problem for a weak key, RuntimeError for a route without an action."""
    _ = config.secret  # a weak key: no application
    app = Flask("ssc_drafter.server", template_folder=str(places.WEB / "pages"), static_folder=str(places.WEB / "static"))
    app.extensions["ssc_drafter"] = config
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    security.settings(app)
    app.before_request(security.admit)
    app.before_request(lambda: access.enforce(app))
    app.after_request(security.dress)
    refusals.install(app)
    ground.furnish(app, {"csrf": security.csrf, "can": access.can})
    _register(app)
    access.require_declarations(app)
    return app


def _register(app: Flask) -> None:
    app.view_functions["static"] = access.may("public")(app.view_functions["static"])

    @app.get("/token")
    @access.may("signed_in")
    def token() -> Response:
        """Give a page of ours its token anew, after somebody signed in again elsewhere. No other site can read the answer."""
        return jsonify(csrf=security.csrf())

    modules = [import_module(f"ssc_drafter.server.pages.{name}") for name in FAMILIES]
    for blueprint in dict.fromkeys(module.pages for module in modules):
        app.register_blueprint(blueprint)
