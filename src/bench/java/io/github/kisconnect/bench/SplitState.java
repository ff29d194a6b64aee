package io.github.kisconnect.bench;

import io.github.kisconnect.record.DecimalMode;
import io.github.kisconnect.record.ExpectedTradeSchema;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The decoder that splits, for the schema of the connector. */
@State(Scope.Thread)
public class SplitState {

  final SplitDecoder decoder =
      new SplitDecoder(SampleState.TOPIC, new ExpectedTradeSchema(DecimalMode.PRECISE).schema());
}
