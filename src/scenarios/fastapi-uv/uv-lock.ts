/** The lock file of the project, as uv writes it; its version is that of the project. */
export const uvLock = (version: string) => `version = 1
revision = 3
requires-python = ">=3.13"

[[package]]
name = "annotated-doc"
version = "0.0.4"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/97/91/13168078c7148efc9d42dc1793d3b72d4137edbd8e69654d82023ec5be99/annotated_doc-0.0.4-py3-none-any.whl", hash = "sha256:979113168078c7148efc9d42dc1793d3b72d4137edbd8e69654d82023ec5be99", size = 5303 },
]

[[package]]
name = "annotated-types"
version = "0.7.0"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/cb/ed/a46ddcbfb6f4d9c4abcac2ff689a92d0da68a8e3eb74a8fd8a58d8b1450f/annotated_types-0.7.0-py3-none-any.whl", hash = "sha256:cbeda46ddcbfb6f4d9c4abcac2ff689a92d0da68a8e3eb74a8fd8a58d8b1450f", size = 13643 },
]

[[package]]
name = "anyio"
version = "4.11.0"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "idna" },
    { name = "sniffio" },
]
wheels = [
    { url = "https://files.pythonhosted.org/packages/2d/84/ff98c4e541aa812721f5f4330c383c4f53ab60e503b26f89d58146dcfd9b/anyio-4.11.0-py3-none-any.whl", hash = "sha256:2d84ff98c4e541aa812721f5f4330c383c4f53ab60e503b26f89d58146dcfd9b", size = 109097 },
]

[[package]]
name = "api"
version = "${version}"
source = { editable = "." }
dependencies = [
    { name = "fastapi" },
    { name = "httpx" },
    { name = "pydantic-settings" },
    { name = "uvicorn", extra = ["standard"] },
]

[package.dev-dependencies]
dev = [
    { name = "pytest" },
    { name = "ruff" },
]

[package.metadata]
requires-dist = [
    { name = "fastapi", specifier = ">=0.141" },
    { name = "httpx", specifier = ">=0.28" },
    { name = "pydantic-settings", specifier = ">=2.12" },
    { name = "uvicorn", extras = ["standard"], specifier = ">=0.49" },
]

[package.metadata.requires-dev]
dev = [
    { name = "pytest", specifier = ">=9.1" },
    { name = "ruff", specifier = ">=0.16" },
]

[[package]]
name = "certifi"
version = "2025.11.12"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/4a/9f/b3210ef7d5e2a8ce310d168a89709d1fb6d2885a049cca87968c8b17be9f/certifi-2025.11.12-py3-none-any.whl", hash = "sha256:4a9fb3210ef7d5e2a8ce310d168a89709d1fb6d2885a049cca87968c8b17be9f", size = 159438 },
]

[[package]]
name = "click"
version = "8.4.2"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/03/2e/e48fddb1c8334d2aa401fa662c90e4346da5e0ad568297e2fe539f9c4e33/click-8.4.2-py3-none-any.whl", hash = "sha256:032ee48fddb1c8334d2aa401fa662c90e4346da5e0ad568297e2fe539f9c4e33", size = 119243 },
]

[[package]]
name = "fastapi"
version = "0.141.1"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "annotated-doc" },
    { name = "pydantic" },
    { name = "starlette" },
    { name = "typing-extensions" },
]
wheels = [
    { url = "https://files.pythonhosted.org/packages/3e/5d/3e4570348b53f1b4b63ed941fe6e7cb90e284ba5ce79fdc7f697088c7989/fastapi-0.141.1-py3-none-any.whl", hash = "sha256:3e5d3e4570348b53f1b4b63ed941fe6e7cb90e284ba5ce79fdc7f697088c7989", size = 131954 },
]

[[package]]
name = "h11"
version = "0.16.0"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/02/fe/e6d5915781af489fbb588e6f2ebb54d479f3e09c729fdbe06141ce133462/h11-0.16.0-py3-none-any.whl", hash = "sha256:02fee6d5915781af489fbb588e6f2ebb54d479f3e09c729fdbe06141ce133462", size = 37515 },
]

[[package]]
name = "httpcore"
version = "1.0.9"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "certifi" },
    { name = "h11" },
]
wheels = [
    { url = "https://files.pythonhosted.org/packages/f8/af/c80e56a62a3ba4efeb9409179e4fa1a9f3fc6f619198c836f3d969d66035/httpcore-1.0.9-py3-none-any.whl", hash = "sha256:f8afc80e56a62a3ba4efeb9409179e4fa1a9f3fc6f619198c836f3d969d66035", size = 78784 },
]

[[package]]
name = "httptools"
version = "0.7.1"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/36/92/2eed034a2c5996974af9ddcfb011edad58ae9312bc365afb651cce96b21d/httptools-0.7.1-py3-none-any.whl", hash = "sha256:36922eed034a2c5996974af9ddcfb011edad58ae9312bc365afb651cce96b21d", size = 456889 },
]

[[package]]
name = "httpx"
version = "0.28.1"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "anyio" },
    { name = "certifi" },
    { name = "httpcore" },
    { name = "idna" },
]
wheels = [
    { url = "https://files.pythonhosted.org/packages/52/5a/6c305d5634ffbe6a1c20afc1e74277945e73ff837af781064a6fa13b257e/httpx-0.28.1-py3-none-any.whl", hash = "sha256:525a6c305d5634ffbe6a1c20afc1e74277945e73ff837af781064a6fa13b257e", size = 73517 },
]

[[package]]
name = "idna"
version = "3.11"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/0e/99/84fff16778a72ba598cf0f0c5f5284ad91d7645756049e8c4a17f877d8d0/idna-3.11-py3-none-any.whl", hash = "sha256:0e9984fff16778a72ba598cf0f0c5f5284ad91d7645756049e8c4a17f877d8d0", size = 71008 },
]

[[package]]
name = "iniconfig"
version = "2.3.0"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/d8/6a/e5c16abd30d085f746478007b6f5b8c93bfa4066055e268cf7e4a609d4b1/iniconfig-2.3.0-py3-none-any.whl", hash = "sha256:d86ae5c16abd30d085f746478007b6f5b8c93bfa4066055e268cf7e4a609d4b1", size = 7484 },
]

[[package]]
name = "packaging"
version = "25.0"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/4c/ec/fa47894c9269748023ae6170f085e4f6f6b485da19b99ca5230a0aff8ca4/packaging-25.0-py3-none-any.whl", hash = "sha256:4cecfa47894c9269748023ae6170f085e4f6f6b485da19b99ca5230a0aff8ca4", size = 66469 },
]

[[package]]
name = "pluggy"
version = "1.6.0"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/8b/2b/1ed8cffd63541e30c1b799ed103786be27ca2fc851565d9069a8137d89c3/pluggy-1.6.0-py3-none-any.whl", hash = "sha256:8b2b1ed8cffd63541e30c1b799ed103786be27ca2fc851565d9069a8137d89c3", size = 20538 },
]

[[package]]
name = "pydantic"
version = "2.13.4"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "annotated-types" },
    { name = "pydantic-core" },
    { name = "typing-extensions" },
    { name = "typing-inspection" },
]
wheels = [
    { url = "https://files.pythonhosted.org/packages/cb/ce/50ab8b88ef8edd34d42f05656667afa4538a37256ef94d0564a27e5b2c4f/pydantic-2.13.4-py3-none-any.whl", hash = "sha256:cbce50ab8b88ef8edd34d42f05656667afa4538a37256ef94d0564a27e5b2c4f", size = 472262 },
]

[[package]]
name = "pydantic-core"
version = "2.46.4"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "typing-extensions" },
]
wheels = [
    { url = "https://files.pythonhosted.org/packages/10/e0/c5e9abfacecc5c7bbb8b260e1fd52c78b0b898ff20698b8a2b4784cd1ab8/pydantic_core-2.46.4-py3-none-any.whl", hash = "sha256:10e0c5e9abfacecc5c7bbb8b260e1fd52c78b0b898ff20698b8a2b4784cd1ab8", size = 2094516 },
]

[[package]]
name = "pydantic-settings"
version = "2.12.0"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "pydantic" },
    { name = "python-dotenv" },
    { name = "typing-inspection" },
]
wheels = [
    { url = "https://files.pythonhosted.org/packages/93/d9/74c336aab168c2a0d28a701ba82e6216c208d1abddde996c4d0d82668a87/pydantic_settings-2.12.0-py3-none-any.whl", hash = "sha256:93d974c336aab168c2a0d28a701ba82e6216c208d1abddde996c4d0d82668a87", size = 51880 },
]

[[package]]
name = "pygments"
version = "2.19.2"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/5d/1a/e7b551ba2a5fa2b63e3d04013fb77acd4adcbaae5cb3431742383954b80a/pygments-2.19.2-py3-none-any.whl", hash = "sha256:5d1ae7b551ba2a5fa2b63e3d04013fb77acd4adcbaae5cb3431742383954b80a", size = 1225217 },
]

[[package]]
name = "pytest"
version = "9.1.1"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "iniconfig" },
    { name = "packaging" },
    { name = "pluggy" },
    { name = "pygments" },
]
wheels = [
    { url = "https://files.pythonhosted.org/packages/df/ab/6c4a7182180d7743138159a66e14cfed2e79d79208969367c60be55869dc/pytest-9.1.1-py3-none-any.whl", hash = "sha256:dfab6c4a7182180d7743138159a66e14cfed2e79d79208969367c60be55869dc", size = 386536 },
]

[[package]]
name = "python-dotenv"
version = "1.2.1"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/8d/98/a9c408f55d2d5c1580a32fb3938e74341b3535f19a4b448d1a10e884a089/python_dotenv-1.2.1-py3-none-any.whl", hash = "sha256:8d98a9c408f55d2d5c1580a32fb3938e74341b3535f19a4b448d1a10e884a089", size = 21230 },
]

[[package]]
name = "pyyaml"
version = "6.0.3"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/e9/ab/1e97549ee022cbb4de4c966a5ba9c715b728e33d9300af05e0c9e07ac5df/pyyaml-6.0.3-py3-none-any.whl", hash = "sha256:e9ab1e97549ee022cbb4de4c966a5ba9c715b728e33d9300af05e0c9e07ac5df", size = 807870 },
]

[[package]]
name = "ruff"
version = "0.16.2"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/5c/df/d26fe467176a00ab4b29818035e2b2ec9199f0090bd6dd6a70ba907a7eee/ruff-0.16.2-py3-none-any.whl", hash = "sha256:5cdfd26fe467176a00ab4b29818035e2b2ec9199f0090bd6dd6a70ba907a7eee", size = 11466130 },
]

[[package]]
name = "sniffio"
version = "1.3.1"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/da/6d/b0095e9aa389f5d1e0e0c1149afff685e37fd84f79a83d44739d268c95b0/sniffio-1.3.1-py3-none-any.whl", hash = "sha256:da6db0095e9aa389f5d1e0e0c1149afff685e37fd84f79a83d44739d268c95b0", size = 10235 },
]

[[package]]
name = "starlette"
version = "1.3.1"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "anyio" },
    { name = "typing-extensions" },
]
wheels = [
    { url = "https://files.pythonhosted.org/packages/87/96/f7acba9882c194f249e09a751835cbb43e31d9e802eec645d02f54f5d7db/starlette-1.3.1-py3-none-any.whl", hash = "sha256:8796f7acba9882c194f249e09a751835cbb43e31d9e802eec645d02f54f5d7db", size = 73632 },
]

[[package]]
name = "typing-extensions"
version = "4.15.0"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/11/73/226e40b2ec6e035b702d2f2f358fd1c3231190e2ea5be8851694a49c9d26/typing_extensions-4.15.0-py3-none-any.whl", hash = "sha256:1173226e40b2ec6e035b702d2f2f358fd1c3231190e2ea5be8851694a49c9d26", size = 44614 },
]

[[package]]
name = "typing-inspection"
version = "0.4.2"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "typing-extensions" },
]
wheels = [
    { url = "https://files.pythonhosted.org/packages/03/01/44fa3193128b7f772a93adf1115402fac51d4c48c7fb8c3b8ca6f8214bc3/typing_inspection-0.4.2-py3-none-any.whl", hash = "sha256:030144fa3193128b7f772a93adf1115402fac51d4c48c7fb8c3b8ca6f8214bc3", size = 14611 },
]

[[package]]
name = "uvicorn"
version = "0.49.0"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "click" },
    { name = "h11" },
]
wheels = [
    { url = "https://files.pythonhosted.org/packages/f3/fd/f125f4afed2763c2f6a7136cef0077433163a8ac776256c55151958b1be5/uvicorn-0.49.0-py3-none-any.whl", hash = "sha256:f3fdf125f4afed2763c2f6a7136cef0077433163a8ac776256c55151958b1be5", size = 71376 },
]

[package.optional-dependencies]
standard = [
    { name = "httptools" },
    { name = "python-dotenv" },
    { name = "pyyaml" },
    { name = "uvloop" },
    { name = "watchfiles" },
    { name = "websockets" },
]

[[package]]
name = "uvloop"
version = "0.22.1"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/b1/6a/d25d96482dfc21a70636d5a44e2eb658add39f09bc6d34b822be42f5cbff/uvloop-0.22.1-py3-none-any.whl", hash = "sha256:b16ad25d96482dfc21a70636d5a44e2eb658add39f09bc6d34b822be42f5cbff", size = 4366730 },
]

[[package]]
name = "watchfiles"
version = "1.1.1"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "anyio" },
]
wheels = [
    { url = "https://files.pythonhosted.org/packages/90/3c/b22e3dd5de2dadbc4f7507d0cd529b035fd216bb96e3f9cb83de9d942509/watchfiles-1.1.1-py3-none-any.whl", hash = "sha256:903cb22e3dd5de2dadbc4f7507d0cd529b035fd216bb96e3f9cb83de9d942509", size = 456889 },
]

[[package]]
name = "websockets"
version = "15.0.1"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/88/8a/f963b690973df47df1fda303b185c5fd75d84cc21848058aea4fb164b969/websockets-15.0.1-py3-none-any.whl", hash = "sha256:888af963b690973df47df1fda303b185c5fd75d84cc21848058aea4fb164b969", size = 182361 },
]
`;
