# One image for each of the five programs. The build context is <program>/target/quarkus-app, as
# "mvn package" leaves it; see docker-compose.yml and docs/deploy.md.
FROM eclipse-temurin:25-jre

WORKDIR /opt/program

# What changes seldom comes first: the libraries are a layer that releases share.
COPY lib/ lib/
COPY quarkus/ quarkus/
COPY quarkus-run.jar ./
COPY app/ app/

# A start that ends before it needs a neighbour, to record the classes that a start loads. None of
# these values stays in the image.
RUN FLYWAY_MIGRATE=false QUARKUS_INIT_AND_EXIT=true LOG_JSON=false LOG_LEVEL=ERROR \
    DATABASE_PASSWORD=none OUTBOX_RELAY_PASSWORD=none PII_HASH_KEY=of-the-recording-of-classes-and-nothing-else \
    OIDC_ISSUER=https://none.invalid OIDC_JWKS_URL=https://127.0.0.1:1/none OIDC_AUDIENCE=none \
    java -XX:+UseSerialGC -XX:AOTCacheOutput=app.aot -jar quarkus-run.jar

# A user without a name, a home or a shell, who may write nothing but /tmp.
USER 10001:10001

# Of the container's memory limit a half is for the heap; the rest is for classes, code and buffers.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError" \
    HTTP_PORT=8080 MANAGEMENT_PORT=9000 \
    QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_MANAGEMENT_HOST=0.0.0.0
EXPOSE 8080 9000
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-jar", "quarkus-run.jar"]
