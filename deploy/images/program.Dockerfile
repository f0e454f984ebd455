# One image for each of the five programs. The build context is <program>/target/quarkus-app, as
# "mvn package" leaves it; see docker-compose.yml and docs/deploy.md.
FROM eclipse-temurin:25-jre

# A user without a name, a home or a shell; the group may not write anything either.
USER 10001:10001
WORKDIR /opt/program

# What changes seldom comes first: the libraries are a layer that every release shares.
COPY --chown=0:0 lib/ lib/
COPY --chown=0:0 quarkus/ quarkus/
COPY --chown=0:0 quarkus-run.jar ./
COPY --chown=0:0 app/ app/

# The memory limit of the container counts, not the machine's. Only /tmp is written to.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Djava.util.logging.manager=org.jboss.logmanager.LogManager" \
    HTTP_PORT=8080 \
    QUARKUS_HTTP_HOST=0.0.0.0
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
