package io.gino.benchmarks.rendering

import java.lang.reflect.Proxy
import java.sql.Connection
import java.sql.DatabaseMetaData
import org.jetbrains.exposed.v1.core.DatabaseConfig
import org.jetbrains.exposed.v1.core.QueryBuilder
import org.jetbrains.exposed.v1.core.SortOrder
import org.jetbrains.exposed.v1.core.Table
import org.jetbrains.exposed.v1.core.and
import org.jetbrains.exposed.v1.core.eq
import org.jetbrains.exposed.v1.core.greaterEq
import org.jetbrains.exposed.v1.core.like
import org.jetbrains.exposed.v1.core.or
import org.jetbrains.exposed.v1.core.vendors.PostgreSQLDialect
import org.jetbrains.exposed.v1.jdbc.Database
import org.jetbrains.exposed.v1.jdbc.select
import org.jetbrains.exposed.v1.jdbc.transactions.transaction

/** Exposed's. It renders only in a transaction, which gets a connection that leads nowhere. */
class ExposedRendering : Rendering<RenderedSql> {

    private object Users : Table("users") {
        val id = long("id")
        val name = text("name")
        val email = text("email")
        val age = integer("age")
        val balance = long("balance")
        val active = bool("active")
        val city = text("city")
        val country = text("country")

        // Its type is in another jar, and how a column is selected does not depend on it.
        val joined = text("joined")
        val team = long("team_id")
    }

    private val database =
        Database.connect({ nowhere() }, DatabaseConfig { explicitDialect = PostgreSQLDialect() })

    override fun render(search: Search): RenderedSql {
        val query = with(Users) {
            select(id, name, email, age, balance, active, city, country, joined, team)
                .where {
                    (name like search.name) and
                        (age greaterEq search.age) and
                        (active eq search.active) and
                        ((city eq search.city) or (country eq search.country))
                }
                .orderBy(name to SortOrder.ASC, id to SortOrder.DESC)
        }
        val builder = QueryBuilder(true)
        val sql = query.prepareSQL(builder)
        return RenderedSql(sql, builder.args.map { it.second!! })
    }

    override fun sql(rendered: RenderedSql): String = rendered.sql

    override fun binds(rendered: RenderedSql): List<Any> = rendered.binds

    override fun within(work: Runnable) = transaction(database) { work.run() }

    private fun nowhere(): Connection = proxy { name ->
        when (name) {
            "getMetaData" -> proxy<DatabaseMetaData> { asked -> METADATA[asked] }
            "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED
            else -> null
        }
    }

    private inline fun <reified T> proxy(crossinline answer: (String) -> Any?): T =
        Proxy.newProxyInstance(javaClass.classLoader, arrayOf(T::class.java)) { _, method, _ ->
            answer(method.name)
                ?: when (method.returnType) {
                    Boolean::class.javaPrimitiveType -> false
                    Int::class.javaPrimitiveType -> 0
                    String::class.java -> ""
                    else -> null
                }
        } as T

    private companion object {
        /** What PostgreSQL says of itself, as far as names depend on it. */
        val METADATA =
            mapOf(
                "getURL" to "jdbc:postgresql://localhost/nowhere",
                "getDatabaseProductName" to "PostgreSQL",
                "getIdentifierQuoteString" to "\"",
                "storesLowerCaseIdentifiers" to true,
                "supportsMixedCaseQuotedIdentifiers" to true,
            )
    }
}
