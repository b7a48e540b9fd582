# Commits everything here as of a day: sh commit.sh 2026-10-16
git init -q -b main 2>/dev/null
git add . && GIT_AUTHOR_DATE="$1T12:00:00+0800" GIT_COMMITTER_DATE="$1T12:00:00+0800" \
    git -c user.name=demo -c user.email=demo@example.org commit -q -m "As of $1"
