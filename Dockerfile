# Two stages: the first installs, the second only runs. See docs/operations.md for how to start it.

FROM python:3.11-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /venv
WORKDIR /build
COPY requirements.lock requirements-build.lock ./
RUN /venv/bin/pip install --require-hashes -r requirements.lock -r requirements-build.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot ./bot
COPY services ./services
COPY storage ./storage
COPY knowledge ./knowledge
COPY sandbox ./sandbox
RUN /venv/bin/pip install --no-build-isolation --no-deps .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin jalin \
    && install --directory --owner=jalin --mode=0700 /data
COPY --from=build /venv /venv
COPY examples /app/examples
ENV PATH="/venv/bin:$PATH" \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DATABASE_URL="sqlite:////data/jalin.db"
WORKDIR /app
VOLUME /data
USER 10001
# The bot is process 1; it ends by itself when it cannot go on, so being there is being well.
HEALTHCHECK --interval=60s --timeout=5s CMD ["python", "-c", "import os; os.kill(1, 0)"]
ENTRYPOINT ["jalin"]
CMD ["run"]
