package com.cottonerp.runner;

import com.cottonerp.runner.soak.SoakCommand;
import com.cottonerp.runner.traces.TraceReceiver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command line of {@code ./run}. */
public final class Main {
  private static final String USAGE =
      """
      ./run [--fresh] [--replicas NAME=N] [--debug NAME=PORT] [--traces] [--throughput]
                                start everything and stay: with empty data, with more copies of a program, with a
                                port for a debugger, with the spans of every request, with programs that start more
                                slowly and cost a third less after some minutes of work
      ./run demo [--trace]      play the business journey, starting the system if need be
      ./run seed                companies, posts and users to work with
      ./run status              what runs, and whether it is ready
      ./run stop                stop what runs
      ./run restart NAME        stop and start one program
      ./run dev NAME [--debug PORT]
                                one program with live reload, against the running rest
      ./run logs NAME [-f]      show the log of one program
      ./run logs --trace ID     the lines of all programs that belong to a trace
      ./run traces [ID]         the last traces, or the way of one request through the programs
      ./run measure [--posts N] [--rate R] [--sellers N] [--warm-up N]
                                what a post costs, as fast as the system takes them or R in a second, by how many
                                sellers, after how many posts that are not counted
      ./run soak [--minutes N] [--seed S] [--before FOLDER]
                                the whole business under faults, in a system of its own
      ./run token [--as PERSONA] [--permission P]... [--partner ID] [--user ID]
                                print a development bearer token (nothing said = all permissions)

      With every command: --state FOLDER for a system beside the one in .local, on ports of its own; --containers
      for the system in containers, when one that ./run started runs, too.
      """;

  private Main() {}

  // Kept in fields: the garbage collector takes an unreferenced logger, and its level with the
  // logger.
  private static final Logger CHATTER = Logger.getLogger("io.zonky");
  // WHY: this logger warns that an ARM Mac needs emulation, but the binaries run on both
  // processors.
  private static final Logger BINARIES =
      Logger.getLogger("io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver");

  public static void main(String[] arguments) {
    CHATTER.setLevel(Level.WARNING);
    BINARIES.setLevel(Level.SEVERE);
    Path root = Path.of(System.getProperty("repository.root", ".")).toAbsolutePath().normalize();
    try {
      List<String> rest = new ArrayList<>(Arrays.asList(arguments));
      boolean containersOnly = rest.remove("--containers");
      String folder = option(rest, "--state", ".local");
      Path state = root.resolve(folder).toAbsolutePath().normalize();
      boolean beside = !state.equals(root.resolve(".local"));
      RunningSystem running = new RunningSystem(state, containersOnly);
      String command = rest.isEmpty() || rest.get(0).startsWith("-") ? "up" : rest.remove(0);
      if (command.equals("up")) {
        up(root, state, beside, rest);
      } else {
        carryOut(command, rest, root, running);
      }
    } catch (UsageException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    }
  }

  private static void carryOut(
      String command, List<String> rest, Path root, RunningSystem running) {
    RunCommands commands = new RunCommands(root, running);
    switch (command) {
      case "demo" -> commands.demo(rest.remove("--trace"));
      case "seed" -> new SeedCommand(running).seed();
      case "status" -> commands.status();
      case "stop" -> commands.stop();
      case "restart" -> commands.restart(argument(command, rest));
      case "dev" -> {
        int debugPort = port("--debug", option(rest, "--debug", "0"));
        System.exit(new DevCommand(root, running).run(argument(command, rest), debugPort));
      }
      case "logs" -> logs(rest, running);
      case "traces" ->
          System.out.print(new TracesCommand(running).show(rest.isEmpty() ? "" : rest.get(0)));
      case "measure" ->
          new MeasureCommand(running, number("--sellers", option(rest, "--sellers", "16")))
              .posts(
                  number("--posts", option(rest, "--posts", "300")),
                  number("--rate", option(rest, "--rate", "0")),
                  number("--warm-up", option(rest, "--warm-up", "0")));
      case "soak" -> SoakCommand.run(root, rest);
      case "serve" -> new LocalServer().serve();
      case "token" -> System.out.println(new TokenCommand(running).token(rest));
      case "help" -> System.out.print(USAGE);
      default -> throw new UsageException("Unknown command '" + command + "'\n\n" + USAGE);
    }
  }

  private static void logs(List<String> rest, RunningSystem running) {
    LogCommand logs = new LogCommand(running.state());
    String trace = option(rest, "--trace", "");
    if (trace.isEmpty()) {
      boolean follow = rest.remove("-f");
      logs.show(argument("logs", rest), follow);
    } else {
      logs.ofTrace(trace).forEach(System.out::println);
    }
  }

  private static void up(Path root, Path state, boolean beside, List<String> arguments) {
    Map<String, Integer> replicas = new LinkedHashMap<>();
    Map<String, Integer> debugPorts = new LinkedHashMap<>();
    boolean fresh = arguments.remove("--fresh");
    boolean traced = arguments.remove("--traces");
    boolean throughput = arguments.remove("--throughput");
    for (int i = 0; i < arguments.size(); i++) {
      switch (arguments.get(i)) {
        case "--replicas" ->
            pair(arguments, ++i, "--replicas wants NAME=N, such as outbox-relay=3", replicas);
        case "--debug" ->
            pair(
                arguments,
                ++i,
                "--debug wants NAME=PORT, such as partners-service=5005",
                debugPorts);
        default -> throw new UsageException("Unknown option " + arguments.get(i) + "\n\n" + USAGE);
      }
    }
    String traces = TraceReceiver.start();
    Map<String, String> environment =
        new LinkedHashMap<>(throughput ? Map.of() : LogCommand.SETTINGS);
    environment.putAll(TraceReceiver.settings(traces, traced));
    new Runner(
            new SystemOptions(
                root,
                state,
                beside,
                fresh,
                replicas,
                debugPorts,
                environment,
                Map.of(),
                throughput),
            traces)
        .run();
  }

  private static void pair(
      List<String> arguments, int at, String otherwise, Map<String, Integer> pairs) {
    String[] pair = (at < arguments.size() ? arguments.get(at) : "").split("=");
    if (pair.length != 2 || !pair[1].matches("[1-9]\\d{0,4}")) {
      throw new UsageException(otherwise);
    }
    pairs.put(Program.named(pair[0]).name(), Integer.parseInt(pair[1]));
  }

  /** Removes an option and its value from the arguments, and returns the value. */
  private static String option(List<String> arguments, String name, String otherwise) {
    int at = arguments.indexOf(name);
    if (at < 0) {
      return otherwise;
    }
    arguments.remove(at);
    if (at == arguments.size()) {
      throw new UsageException(name + " wants a value\n\n" + USAGE);
    }
    return arguments.remove(at);
  }

  private static int number(String name, String text) {
    if (!text.matches("\\d{1,6}")) {
      throw new UsageException(name + " wants a number, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private static int port(String name, String text) {
    if (!text.matches("\\d{1,5}")) {
      throw new UsageException(name + " wants a port, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private static String argument(String command, List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new UsageException(command + " wants a NAME\n\n" + USAGE);
    }
    return arguments.get(0);
  }
}
