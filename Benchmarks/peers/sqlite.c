// Asks SQLite the question of hospital.db, from memory, and prints the nanoseconds a decision as JSON.
//
//   sqlite DATABASE ROUNDS STATEMENT-BY-NAME STATEMENT-BY-KEY

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
  char *staff, *action, *item;
  sqlite3_int64 staff_id, action_id, item_id;
} Request;

static sqlite3 *database;
static Request *requests;
static int count;
static sqlite3_int64 now;

static void must(int code, int wanted) {
  if (code == wanted) return;
  fprintf(stderr, "SQLite: %s\n", sqlite3_errmsg(database));
  exit(1);
}

static sqlite3_stmt *prepare(const char *text) {
  sqlite3_stmt *statement;
  must(sqlite3_prepare_v3(database, text, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), SQLITE_OK);
  return statement;
}

static void load(const char *path) {
  sqlite3 *file;
  must(sqlite3_open_v2(path, &file, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
  must(sqlite3_open(":memory:", &database), SQLITE_OK);
  sqlite3_backup *copy = sqlite3_backup_init(database, "main", file, "main");
  must(sqlite3_backup_step(copy, -1), SQLITE_DONE);
  must(sqlite3_backup_finish(copy), SQLITE_OK);
  sqlite3_close(file);
}

static void read_requests(void) {
  sqlite3_stmt *size = prepare("SELECT (SELECT count(*) FROM request), (SELECT now FROM clock)");
  must(sqlite3_step(size), SQLITE_ROW);
  count = sqlite3_column_int(size, 0);
  now = sqlite3_column_int64(size, 1);
  sqlite3_finalize(size);
  requests = calloc(count, sizeof(Request));
  sqlite3_stmt *all = prepare("SELECT * FROM request ORDER BY number");
  for (Request *request = requests; sqlite3_step(all) == SQLITE_ROW; request++) {
    request->staff = strdup((const char *)sqlite3_column_text(all, 1));
    request->action = strdup((const char *)sqlite3_column_text(all, 2));
    request->item = strdup((const char *)sqlite3_column_text(all, 3));
    request->staff_id = sqlite3_column_int64(all, 4);
    request->action_id = sqlite3_column_int64(all, 5);
    request->item_id = sqlite3_column_int64(all, 6);
  }
  sqlite3_finalize(all);
}

static void by_name(sqlite3_stmt *statement, const Request *request) {
  sqlite3_bind_text(statement, 1, request->staff, -1, SQLITE_STATIC);
  sqlite3_bind_text(statement, 2, request->action, -1, SQLITE_STATIC);
  sqlite3_bind_text(statement, 3, request->item, -1, SQLITE_STATIC);
}

static void by_key(sqlite3_stmt *statement, const Request *request) {
  sqlite3_bind_int64(statement, 1, request->staff_id);
  sqlite3_bind_int64(statement, 2, request->action_id);
  sqlite3_bind_int64(statement, 3, request->item_id);
}

static double ask(sqlite3_stmt *statement, void (*bind)(sqlite3_stmt *, const Request *), char *answers) {
  struct timespec before, after;
  clock_gettime(CLOCK_MONOTONIC, &before);
  for (int number = 0; number < count; number++) {
    bind(statement, &requests[number]);
    sqlite3_bind_int64(statement, 4, now);
    must(sqlite3_step(statement), SQLITE_ROW);
    answers[number] = (char)sqlite3_column_int(statement, 0);
    sqlite3_reset(statement);
  }
  clock_gettime(CLOCK_MONOTONIC, &after);
  return ((after.tv_sec - before.tv_sec) * 1e9 + (after.tv_nsec - before.tv_nsec)) / count;
}

static void print_rounds(const char *name, int rounds, const char *text,
                         void (*bind)(sqlite3_stmt *, const Request *), char *answers) {
  sqlite3_stmt *statement = prepare(text);
  ask(statement, bind, answers);
  printf("\"%s\": [", name);
  for (int round = 0; round < rounds; round++)
    printf("%s%.1f", round == 0 ? "" : ", ", ask(statement, bind, answers));
  printf("],\n");
  sqlite3_finalize(statement);
}

static void print_answers(const char *name, const char *answers, const char *end) {
  printf("\"%s\": [", name);
  for (int number = 0; number < count; number++) printf("%s%d", number == 0 ? "" : ",", answers[number]);
  printf("]%s\n", end);
}

int main(int argc, char **argv) {
  if (argc != 5) return 64;
  load(argv[1]);
  read_requests();
  int rounds = atoi(argv[2]);
  char *named = calloc(count, 1), *keyed = calloc(count, 1), *none = calloc(count, 1);
  printf("{");
  print_rounds("names", rounds, argv[3], by_name, named);
  print_rounds("keys", rounds, argv[4], by_key, keyed);
  print_rounds("nothing", rounds, "SELECT ?1 = ?2 OR ?3 = ?4", by_name, none);
  print_answers("answers", named, ",");
  print_answers("answers_by_key", keyed, "}");
  return 0;
}
