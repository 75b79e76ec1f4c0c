import org.codelibs.opensearch.runner.OpenSearchRunner;

/** One OpenSearch node on this machine alone, in a folder and on a port. Ends when its standard input does. */
public class OneNode {
  public static void main(String[] arguments) throws Exception {
    String folder = arguments[0];
    int port = Integer.parseInt(arguments[1]);
    OpenSearchRunner runner = new OpenSearchRunner();
    runner.setMaxHttpPort(65535);
    runner.onBuild((number, settings) -> {
      settings.put("network.host", "127.0.0.1");
      settings.put("http.port", String.valueOf(port));
      settings.put("transport.port", "0");
      settings.put("discovery.type", "single-node");
      // It is thrown away soon: a disk that is rather full is no reason to refuse what is written.
      settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
    });
    try {
      runner.build("-basePath", folder, "-numOfNode", "1", "-clusterName", "rampart-test");
    } catch (Throwable problem) {
      problem.printStackTrace();
      System.exit(1);
    }
    while (System.in.read() >= 0) {}
    runner.close();
    runner.clean();
    System.exit(0);
  }
}
