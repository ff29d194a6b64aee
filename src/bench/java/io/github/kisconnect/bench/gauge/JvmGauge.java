package io.github.kisconnect.bench.gauge;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Reads what another JVM on this machine uses, by the attach API and JMX. One thread. */
public final class JvmGauge implements AutoCloseable {

  private final long pid;
  private final JMXConnector connector;
  private final MBeanServerConnection server;
  private final ThreadMXBean threads;

  private JvmGauge(long pid, JMXConnector connector) throws IOException {
    this.pid = pid;
    this.connector = connector;
    this.server = connector.getMBeanServerConnection();
    this.threads =
        ManagementFactory.newPlatformMXBeanProxy(
            server, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
  }

  /**
   * Attaches to a JVM of the same user.
   *
   * @param pid its process id
   */
  public static JvmGauge attach(long pid) {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        return new JvmGauge(pid, connect(machine.startLocalManagementAgent()));
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IllegalStateException("The JVM with pid " + pid + " cannot be attached to.", e);
    } catch (IOException e) {
      throw new UncheckedIOException("The JVM with pid " + pid + " does not answer.", e);
    }
  }

  @SuppressWarnings("BanJNDI") // The address was given by a JVM that this one has started.
  private static JMXConnector connect(String address) throws IOException {
    return JMXConnectorFactory.connect(new JMXServiceURL(address));
  }

  /** Processor time of the whole process so far, to about 10 ms. */
  public Duration processCpu() {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow(() -> new IllegalStateException("The process " + pid + " is gone."));
  }

  /** Processor time of every live Java thread so far, summed up by its name. */
  public ThreadTimes threadTimes() {
    Map<String, Long> all = new HashMap<>();
    Map<String, Long> kernel = new HashMap<>();
    long[] ids = threads.getAllThreadIds();
    long[] user = threads.getThreadUserTime(ids);
    long[] total = threads.getThreadCpuTime(ids);
    ThreadInfo[] infos = threads.getThreadInfo(ids);
    for (int i = 0; i < ids.length; i++) {
      if (infos[i] != null && total[i] > 0) {
        all.merge(infos[i].getThreadName(), total[i], Long::sum);
        kernel.merge(infos[i].getThreadName(), total[i] - user[i], Long::sum);
      }
    }
    return new ThreadTimes(all, kernel);
  }

  /** How often threads whose name begins so have waited. */
  public long waits(String namePrefix) {
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(info -> info != null && info.getThreadName().startsWith(namePrefix))
        .mapToLong(ThreadInfo::getWaitedCount)
        .sum();
  }

  /** The name of every live Java thread. */
  public List<String> threadNames() {
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(Objects::nonNull)
        .map(ThreadInfo::getThreadName)
        .toList();
  }

  /** How long the JVM has spent compiling so far. */
  public Duration compilation() {
    return Duration.ofMillis(
        platform(CompilationMXBean.class, ManagementFactory.COMPILATION_MXBEAN_NAME)
            .getTotalCompilationTime());
  }

  /** How many Java threads are alive. */
  public int threadCount() {
    return threads.getThreadCount();
  }

  /** Bytes on the heap after a collection. */
  public long heapAfterCollection() {
    MemoryMXBean memory = platform(MemoryMXBean.class, ManagementFactory.MEMORY_MXBEAN_NAME);
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  private <T> T platform(Class<T> type, String name) {
    try {
      return ManagementFactory.newPlatformMXBeanProxy(server, name, type);
    } catch (IOException e) {
      throw new UncheckedIOException("The JVM with pid " + pid + " does not answer.", e);
    }
  }

  /** Begins to sample what the threads execute. */
  public Sampling sample() {
    return Sampling.start(server);
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The JVM with pid " + pid + " does not answer.", e);
    }
  }
}
