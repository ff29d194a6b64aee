package io.github.kisconnect.integration;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.github.kisconnect.quickstart.stack.LocalWorker;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The MBeans of a worker's JVM over a JMX connection. The JVM opens its own port for it when asked,
 * so that no port has to be chosen beforehand.
 */
final class WorkerJmx implements AutoCloseable {

  private final JMXConnector connector;
  private final MBeanServerConnection server;

  private WorkerJmx(JMXConnector connector) throws IOException {
    this.connector = connector;
    this.server = connector.getMBeanServerConnection();
  }

  /** The worker is a child of this JVM, so that what it sends can be trusted. */
  @SuppressWarnings("BanJNDI")
  static WorkerJmx of(LocalWorker worker) throws IOException, AttachNotSupportedException {
    final VirtualMachine jvm = VirtualMachine.attach(Long.toString(worker.pid()));
    try {
      final String address = jvm.startLocalManagementAgent();
      return new WorkerJmx(JMXConnectorFactory.connect(new JMXServiceURL(address)));
    } finally {
      jvm.detach();
    }
  }

  Set<ObjectName> names(String pattern) throws IOException, JMException {
    return server.queryNames(new ObjectName(pattern), null);
  }

  Map<String, Object> attributes(ObjectName bean) throws IOException, JMException {
    final String[] names =
        Arrays.stream(server.getMBeanInfo(bean).getAttributes())
            .map(MBeanAttributeInfo::getName)
            .toArray(String[]::new);
    return server.getAttributes(bean, names).asList().stream()
        .collect(Collectors.toMap(Attribute::getName, Attribute::getValue));
  }

  /** The sum of an attribute over all beans that have it. */
  double sum(String pattern, String attribute) throws IOException, JMException {
    double sum = 0;
    for (ObjectName bean : names(pattern)) {
      if (attributes(bean).get(attribute) instanceof Number number) {
        sum += number.doubleValue();
      }
    }
    return sum;
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
