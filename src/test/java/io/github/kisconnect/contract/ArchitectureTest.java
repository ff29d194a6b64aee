package io.github.kisconnect.contract;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.kafka.clients.producer.RecordMetadata;

/** The rooms and the direction of the arrows between them. */
@AnalyzeClasses(
    packages = "io.github.kisconnect",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String BASE = "io.github.kisconnect";
  private static final String JDK = "java..";
  private static final String LOGGING = "org.slf4j..";

  @ArchTest final ArchRule noCycles = slices().matching(BASE + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  final ArchRule protocolIsPure =
      classes()
          .that()
          .resideInAPackage(BASE + ".protocol..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              BASE + ".protocol..", JDK, "javax.crypto..", "com.fasterxml.jackson..");

  @ArchTest
  final ArchRule protocolHasNoThreadAndNoClock =
      noClasses()
          .that()
          .resideInAPackage(BASE + ".protocol..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.concurrent..", "java.net..", "java.nio.channels..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.time.Clock.class);

  @ArchTest
  final ArchRule queueKnowsNothingOfTheRest =
      classes()
          .that()
          .resideInAPackage(BASE + ".queue..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(BASE + ".queue..", JDK);

  @ArchTest
  final ArchRule gapKnowsNothingOfTheRest =
      classes()
          .that()
          .resideInAPackage(BASE + ".gap..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(BASE + ".gap..", JDK);

  @ArchTest
  final ArchRule sessionKnowsProtocolAndGapOnly =
      classes()
          .that()
          .resideInAPackage(BASE + ".session..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              BASE + ".session..", BASE + ".protocol..", BASE + ".gap..", JDK, LOGGING);

  @ArchTest
  final ArchRule transportKnowsTheSessionsPorts =
      classes()
          .that()
          .resideInAPackage(BASE + ".transport..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              BASE + ".transport..",
              BASE + ".session..",
              JDK,
              LOGGING,
              "javax.net.ssl..",
              "jakarta.websocket..",
              "org.glassfish.tyrus..",
              "com.fasterxml.jackson..");

  @ArchTest
  final ArchRule recordTurnsValuesIntoConnectData =
      classes()
          .that()
          .resideInAPackage(BASE + ".record..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              BASE + ".record..",
              BASE + ".protocol..",
              BASE + ".gap..",
              JDK,
              "org.apache.kafka.connect..");

  @ArchTest
  final ArchRule configKnowsConfigDefAndTheChoicesItOffers =
      classes()
          .that()
          .resideInAPackage(BASE + ".config..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              BASE + ".config..",
              BASE + ".protocol..",
              BASE + ".queue..",
              BASE + ".record..",
              JDK,
              LOGGING,
              "org.apache.kafka.common..");

  @ArchTest
  final ArchRule nobodyUsesTheWorkersInternals =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka.connect.runtime..", "org.apache.kafka.common.utils..")
          .orShould()
          .dependOnClassesThat(
              resideInAPackage("org.apache.kafka.clients..")
                  .and(not(assignableTo(RecordMetadata.class))));

  @ArchTest
  final ArchRule metricsKnowTheValuesOfTheRooms =
      classes()
          .that()
          .resideInAPackage(BASE + ".metrics..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              BASE + ".metrics..",
              BASE + ".session..",
              BASE + ".protocol..",
              BASE + ".queue..",
              BASE + ".gap..",
              JDK,
              LOGGING,
              "javax.management..",
              "org.HdrHistogram..",
              "org.apache.kafka.common..",
              "org.apache.kafka.connect.source..");

  @ArchTest
  final ArchRule metricsAreUsedByTheTaskOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(BASE, BASE + ".metrics..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BASE + ".metrics..");

  @ArchTest
  final ArchRule noMutableStaticState = noFields().that().areStatic().should().notBeFinal();
}
