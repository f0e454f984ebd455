package com.cottonerp.runner;

import java.nio.file.Path;
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
      ./run [--fresh] [--replicas NAME=N]   start everything and stay
      ./run demo                            play the business journey, starting the system if need be
      ./run status                          what runs, and whether it is ready
      ./run stop                            stop what runs
      ./run restart NAME                    stop and start one program
      ./run logs NAME [-f]                  show the log of one program
      ./run token [--permission P]... [--partner ID] [--user ID]
                                            print a development bearer token (no permission = all)
      ./run soak [--minutes N] [--seed S]   the whole business under faults, in a system of its own
      """;

  private Main() {}

  // Kept in a field: a logger that nobody holds on to forgets its level.
  private static final Logger CHATTER = Logger.getLogger("io.zonky");

  public static void main(String[] arguments) {
    CHATTER.setLevel(Level.WARNING);
    Path root = Path.of(System.getProperty("repository.root", ".")).toAbsolutePath().normalize();
    List<String> rest = Arrays.asList(arguments);
    String command = rest.isEmpty() || rest.get(0).startsWith("-") ? "up" : rest.get(0);
    try {
      RunCommands commands = new RunCommands(root, root.resolve(".local"));
      switch (command) {
        case "up" -> new Runner(options(root, rest)).run();
        case "demo" -> commands.demo();
        case "status" -> commands.status();
        case "stop" -> commands.stop();
        case "restart" -> commands.restart(argument(rest, "NAME"));
        case "logs" -> commands.logs(argument(rest, "NAME"), rest.contains("-f"));
        case "serve" -> new LocalServer().serve();
        case "soak" ->
            com.cottonerp.runner.soak.SoakCommand.run(root, rest.subList(1, rest.size()));
        case "token" -> commands.token(rest.subList(1, rest.size()));
        default -> throw new UsageException("Unknown command '" + command + "'\n\n" + USAGE);
      }
    } catch (UsageException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    }
  }

  private static SystemOptions options(Path root, List<String> arguments) {
    Map<String, Integer> replicas = new LinkedHashMap<>();
    boolean fresh = false;
    for (int i = 0; i < arguments.size(); i++) {
      switch (arguments.get(i)) {
        case "--fresh" -> fresh = true;
        case "--replicas" -> {
          String[] pair = (i + 1 < arguments.size() ? arguments.get(++i) : "").split("=");
          if (pair.length != 2 || !pair[1].matches("[1-9]\\d?")) {
            throw new UsageException("--replicas wants NAME=N, such as outbox-relay=3");
          }
          replicas.put(Program.named(pair[0]).name(), Integer.parseInt(pair[1]));
        }
        default -> throw new UsageException("Unknown option " + arguments.get(i) + "\n\n" + USAGE);
      }
    }
    return new SystemOptions(root, root.resolve(".local"), false, fresh, replicas);
  }

  private static String argument(List<String> arguments, String name) {
    if (arguments.size() < 2) {
      throw new UsageException(arguments.get(0) + " wants a " + name + "\n\n" + USAGE);
    }
    return arguments.get(1);
  }
}
