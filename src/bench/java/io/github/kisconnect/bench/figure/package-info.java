/** What a benchmark has found out: figures, some with a limit, as a table and as CSV. */
package io.github.kisconnect.bench.figure;
