/** What holds the parts together: rooms, schemas, documents. */
package io.github.kisconnect.contract;
