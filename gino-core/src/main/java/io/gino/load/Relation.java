package io.gino.load;

import io.gino.sql.Condition;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A model's related model: how it is loaded, joined, and handed over. */
record Relation<M, C>(BiConsumer<? super M, ? super C> attach, ModelLoader<C> loader, Optional<Condition> on) {}
