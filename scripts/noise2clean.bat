@echo off
rem Runs Noise2Clean's command line; builds it first when it is missing. JAVA_OPTS goes to Java.
setlocal
set "PROJECT=%~dp0.."
if not exist "%PROJECT%\target\dependency" goto build
if exist "%PROJECT%\target\noise2clean-*.jar" goto run
:build
echo Building Noise2Clean ... 1>&2
pushd "%PROJECT%"
call mvn -q -B -DskipTests package 1>&2 || (popd & exit /b 1)
popd
:run
for /f "delims=" %%j in ('dir /b "%PROJECT%\target\noise2clean-*.jar" ^| findstr /v /r "sources tests javadoc"') do set "JAR=%PROJECT%\target\%%j"
java -Djava.awt.headless=true -Djdk.console=java.base %JAVA_OPTS% -cp "%JAR%;%PROJECT%\target\dependency\*" io.github.noise2clean.cli.Main %*
exit /b %ERRORLEVEL%
