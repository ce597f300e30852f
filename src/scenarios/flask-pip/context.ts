import type { ScenarioFile } from '#engine/workspace/scenario.ts';

/** What the application needs; `werkzeug` is the version of it. */
export const requirements = (werkzeug: string) => `flask==3.1.2
flask-sqlalchemy==3.1.1
gunicorn==23.0.0
requests==2.34.2
werkzeug==${werkzeug}
`;

const application = `from flask import Flask

from .models import db
from .routes import orders


def create_app():
    app = Flask(__name__, instance_relative_config=True)
    app.config.from_prefixed_env()
    app.config.setdefault("SQLALCHEMY_DATABASE_URI", "sqlite:///orders.sqlite")
    db.init_app(app)
    app.register_blueprint(orders)
    return app
`;

const models = `from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class Order(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    customer = db.Column(db.String(80), nullable=False)
    total = db.Column(db.Integer, nullable=False)
`;

/** Lists that many orders a page. */
export const routes = (page: number | string) => `from flask import Blueprint, jsonify, request

from .models import Order

orders = Blueprint("orders", __name__)


@orders.get("/orders")
def index():
    page = request.args.get("page", 1, type=int)
    found = Order.query.paginate(page=page, per_page=${page})
    return jsonify([{"id": one.id, "customer": one.customer, "total": one.total} for one in found])
`;

/** Asks for that many orders. */
export const tests = (count: number | string) => `from app import create_app


def test_orders_are_listed():
    client = create_app().test_client()
    assert len(client.get("/orders").json) <= ${count}
`;

/** Ends with that remark. */
export const readme = (remark: string) => `# orders

    pip install -r requirements.txt
    flask run

${remark}
`;

export const context: Readonly<Record<string, ScenarioFile>> = {
  '.git/HEAD': { text: 'ref: refs/heads/main\n' },
  '.git/objects/pack/pack-91c0ae5f.pack': { size: 3_100_000, mode: 0o444 },
  '.venv/bin/python': { target: '/usr/bin/python3.13' },
  '.venv/lib/python3.13/site-packages/flask/__init__.py': { size: 420_000 },
  '.venv/lib/python3.13/site-packages/other.files': { size: 179_000_000 },
  '.venv/pyvenv.cfg': { text: 'home = /usr/bin\nversion = 3.13.5\n' },
  'README.md': { text: readme('Orders come in, orders go out.') },
  'app/__init__.py': { text: application },
  'app/models.py': { text: models },
  'app/routes.py': { text: routes(50) },
  'app/static/style.css': { size: 9_200 },
  'app/templates/base.html': { size: 2_400 },
  'app/templates/orders.html': { size: 1_700 },
  'instance/orders.sqlite': { size: 20_000_000 },
  'requirements.txt': { text: requirements('3.1.3') },
  'tests/test_orders.py': { text: tests(50) },
};
