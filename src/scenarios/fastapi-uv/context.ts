import type { ScenarioFile } from '#engine/workspace/scenario.ts';
import { uvLock } from './uv-lock.ts';

/** The project, with that version. */
export const manifest = (version: string) => `[project]
name = "api"
version = "${version}"
description = "Rooms and who has booked them"
readme = "README.md"
requires-python = ">=3.13"
dependencies = [
    "fastapi>=0.141",
    "httpx>=0.28",
    "pydantic-settings>=2.12",
    "uvicorn[standard]>=0.49",
]

[dependency-groups]
dev = [
    "pytest>=9.1",
    "ruff>=0.16",
]

[build-system]
requires = ["uv_build>=0.9,<1.0"]
build-backend = "uv_build"
`;

/** The lock file, with httpx of that version. */
export const lock = (httpx: string) => uvLock('0.1.0').replace('name = "httpx"\nversion = "0.28.1"', `name = "httpx"\nversion = "${httpx}"`);

/** The service, for rooms of that many seats. */
export const main = (seats: number | string) => `from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

app = FastAPI()


class Booking(BaseModel):
    room: str
    seats: int


@app.post("/bookings", status_code=201)
async def book(booking: Booking) -> Booking:
    if booking.seats > ${seats}:
        raise HTTPException(409, "no room is that large")
    return booking
`;

/** A test of it. */
export const test = (seats: number | string) => `from fastapi.testclient import TestClient

from api.main import app


def test_a_room_can_be_booked():
    reply = TestClient(app).post("/bookings", json={"room": "Ada", "seats": ${seats}})
    assert reply.status_code == 201
`;

export const context: Readonly<Record<string, ScenarioFile>> = {
  '.git/HEAD': { text: 'ref: refs/heads/main\n' },
  '.git/objects/pack/pack-6d81f3aa.pack': { size: 1_900_000, mode: 0o444 },
  '.venv/bin/python': { target: '/home/me/.local/share/uv/python/cpython-3.13.9-linux-x86_64-gnu/bin/python3.13' },
  '.venv/lib/python3.13/site-packages/everything.files': { size: 92_000_000 },
  '.venv/pyvenv.cfg': { text: 'home = /home/me/.local/share/uv/python/cpython-3.13.9-linux-x86_64-gnu/bin\nversion_info = 3.13.9\n' },
  'README.md': { text: '# api\n\n    uv run uvicorn api.main:app\n' },
  'pyproject.toml': { text: manifest('0.1.0') },
  'src/api/__init__.py': { text: '' },
  'src/api/main.py': { text: main(40) },
  'tests/test_bookings.py': { text: test(4) },
  'uv.lock': { text: lock('0.28.1') },
};
