# The development issuer and the watch over the emulator, for docker-compose.yml only. The build
# context is local-runner/target, as "mvn package" leaves it.
FROM eclipse-temurin:25-jre

# Volumes that are mounted here take over the owner.
RUN mkdir -p /var/lib/local-runner /run/relay-token \
 && chown 10001:10001 /var/lib/local-runner /run/relay-token
USER 10001:10001
WORKDIR /opt/local-runner
COPY --chown=0:0 lib/ lib/
COPY --chown=0:0 local-runner-1.0.0-SNAPSHOT.jar local-runner.jar
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+UseSerialGC"
EXPOSE 8090
ENTRYPOINT ["java", "-cp", "local-runner.jar:lib/*", "com.cottonerp.runner.Main", "serve"]
