import type { ScenarioFile } from '#engine/workspace/scenario.ts';
import { poetryLock } from './poetry-lock.ts';

const manifest = `[project]
name = "market"
version = "3.4.0"
description = "A market of small shops"
requires-python = ">=3.13"
dependencies = [
    "django (>=5.2,<6)",
    "djangorestframework (>=3.16)",
    "gunicorn (>=23)",
    "psycopg2 (>=2.9)",
    "whitenoise (>=6.11)",
]

[tool.poetry]
package-mode = false

[tool.poetry.group.dev.dependencies]
pytest-django = "^4.11"
ruff = "*"

[build-system]
requires = ["poetry-core>=2.0"]
build-backend = "poetry.core.masonry.api"
`;

/** The lock file, with Django and the linter of these versions. */
export const lock = (django: string, ruff = '0.16.2') => poetryLock(django, ruff);

const manage = `#!/usr/bin/env python
import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
`;

/** Settings, with a session of that many hours. */
export const settings = (hours: number | string) => `import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = os.environ.get("SECRET_KEY", "")
SESSION_COOKIE_AGE = 3600 * ${hours}

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    "rest_framework",
    "apps.shops",
    "apps.orders",
]

ROOT_URLCONF = "config.urls"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
`;

/** What collecting static files needs: no application of the project among them. */
const staticSettings = `from .settings import *

INSTALLED_APPS = ["django.contrib.admin", "django.contrib.staticfiles", "rest_framework"]
`;

/** A view that lists that many shops. */
export const views = (count: number | string) => `from django.shortcuts import render

from .models import Shop


def index(request):
    return render(request, "shops/index.html", {"shops": Shop.objects.all()[:${count}]})
`;

const models = `from django.db import models


class Shop(models.Model):
    name = models.CharField(max_length=80)
    opened = models.DateField()
`;

/** A page with that heading. */
export const template = (heading: string) => `{% load i18n static %}<!doctype html>
<link rel="stylesheet" href="{% static 'market.css' %}">
<h1>${heading}</h1>
{% for shop in shops %}<p>{{ shop.name }}</p>{% endfor %}
`;

/** The look, with letters of that size. */
export const style = (size: number | string) => `body { font: ${size}px/1.5 system-ui; }\n`;

/** Translations, with that word for the heading. */
export const messages = (word: string) => `msgid "Shops"\nmsgstr "${word}"\n`;

export const context: Readonly<Record<string, ScenarioFile>> = {
  'README.md': { text: '# market\n\n    poetry install\n    python manage.py runserver\n' },
  'apps/__init__.py': { text: '' },
  'apps/orders/__init__.py': { text: '' },
  'apps/orders/everything_else.py': { size: 480_000 },
  'apps/shops/__init__.py': { text: '' },
  'apps/shops/models.py': { text: models },
  'apps/shops/views.py': { text: views(20) },
  'config/__init__.py': { text: '' },
  'config/settings.py': { text: settings(8) },
  'config/static.py': { text: staticSettings },
  'config/urls.py': { text: 'from django.urls import path\n\nfrom apps.shops.views import index\n\nurlpatterns = [path("", index)]\n' },
  'config/wsgi.py': { text: 'from django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n' },
  'locale/de/LC_MESSAGES/django.mo': { size: 38_000 },
  'locale/de/LC_MESSAGES/django.po': { text: messages('Läden') },
  'manage.py': { text: manage, mode: 0o755 },
  'poetry.lock': { text: lock('5.2.8') },
  'pyproject.toml': { text: manifest },
  'static/market.css': { text: style(16) },
  'static/photos/market.files': { size: 12_000_000 },
  'templates/shops/index.html': { text: template('Shops') },
};
