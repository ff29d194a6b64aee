package io.github.kisconnect.quickstart.stack;

/** Hears how the start of a stack goes on, on the thread that starts it. */
public interface StartListener {

  StartListener SILENT =
      new StartListener() {
        @Override
        public void starting(LocalServer server) {}

        @Override
        public void ready(LocalServer server) {}
      };

  void starting(LocalServer server);

  void ready(LocalServer server);
}
