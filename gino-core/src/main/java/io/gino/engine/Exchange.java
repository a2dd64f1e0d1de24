/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.engine;

import io.netty.util.ReferenceCountUtil;
import io.r2dbc.postgresql.client.Client;
import io.r2dbc.postgresql.message.backend.BackendMessage;
import io.r2dbc.postgresql.message.backend.DataRow;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * A question to the server and its answers, up to the last one: a refusal is told when the server is ready for the next
 * question, and when this is cancelled, the rest of the answers is read and thrown away. Single-use.
 */
final class Exchange<T> extends Flux<T> {

    private final Client client;
    private final Question<T> question;

    Exchange(Client client, Question<T> question) {
        this.client = client;
        this.question = question;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        Flux<BackendMessage> answers;
        try {
            answers = client.exchange(Mono.just(question.message()));
        } catch (RuntimeException e) {
            Operators.error(actual, e);
            return;
        }
        answers.subscribe(new Answers(actual));
    }

    private final class Answers extends Following<T> implements CoreSubscriber<BackendMessage> {

        private boolean isRepeated;
        /** Whether nobody waits for answers any more. */
        private volatile boolean isOver;

        Answers(CoreSubscriber<? super T> actual) {
            super(actual);
        }

        /** Of the first question no row has come when it is asked again. */
        @Override
        public void onSubscribe(Subscription subscription) {
            long asked = follow(subscription);
            if (!isRepeated) {
                actual().onSubscribe(this);
            } else if (asked > 0) {
                subscription.request(asked);
            }
        }

        @Override
        public void onNext(BackendMessage message) {
            try {
                if (!isOver) {
                    pass(message);
                } else if (!(message instanceof DataRow)) {
                    question.answer(message); // what the server has done, it has done
                }
            } catch (RuntimeException e) {
                fail(e);
            } finally {
                ReferenceCountUtil.release(message);
            }
        }

        private void pass(BackendMessage message) {
            T value = question.answer(message);
            if (value == null) {
                replace();
            } else {
                actual().onNext(value);
            }
        }

        private void fail(RuntimeException failure) {
            boolean isHeard = !isOver;
            cancel();
            if (isHeard) {
                actual().onError(failure);
            }
        }

        /** The server may have said why it ends the connection. */
        @Override
        public void onError(Throwable failure) {
            if (!isOver) {
                isOver = true;
                Throwable refusal = question.refusal();
                actual().onError(refusal == null ? failure : refusal);
            }
        }

        @Override
        public void onComplete() {
            if (isOver) {
                return;
            }
            Throwable refusal = question.refusal();
            if (refusal == null) {
                complete();
            } else if (!isRepeated && question.isAskedAgain()) {
                isRepeated = true;
                client.exchange(Mono.just(question.message())).subscribe(this);
            } else {
                actual().onError(refusal);
            }
        }

        /** It would not be over if nothing more had been asked for. */
        private void complete() {
            T last = question.last();
            if (last != null) {
                actual().onNext(last);
            }
            actual().onComplete();
        }

        /** The answers that are on their way have to be read by someone. */
        @Override
        public void cancel() {
            isOver = true;
            request(Long.MAX_VALUE);
        }
    }
}
